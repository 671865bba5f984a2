import { address, clock, hexDigits, oneOf, whole, type Voice } from './voice.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Jupyter: letters for levels in brackets. */
export const notebook: Voice = ({ atMs, random }) => {
  const { date, time, ms } = clock(atMs);
  const [letter, level, text] = random.pick([
    ['I', 'info', `kernel ${hexDigits(random, 8)} is busy`],
    ['I', 'info', 'saving file at /work/untitled.ipynb'],
    ['D', 'debug', 'activity on the socket'],
    ['W', 'warning', 'the notebook is large, saving takes long'],
    ['E', 'error', 'kernel died, 显存不足'],
  ] as const);
  return [{ level, stream: 'stderr', line: `[${letter} ${date} ${time}.${ms} ServerApp] ${text}` }];
};

const nginxAccess: Voice = ({ atMs, random }) => {
  const { date, time, day } = clock(atMs);
  const [year, month] = [date.slice(0, 4), MONTHS[Number(date.slice(5, 7)) - 1] ?? ''];
  const status = random.pick([200, 200, 200, 200, 304, 404, 502]);
  return [
    {
      line: `${address(random)} - - [${day}/${month}/${year}:${time} +0000] "GET /api/items?user_id=${String(whole(random, 1, 120))} HTTP/1.1" ${String(status)} ${String(whole(random, 80, 9000))} "-" "curl/8.5.0"`,
    },
  ];
};

const nginxError: Voice = ({ atMs, random }) => {
  const { date, time } = clock(atMs);
  return [
    {
      level: 'error',
      stream: 'stderr',
      line: `${date.replaceAll('-', '/')} ${time} [error] 29#29: *${String(whole(random, 1, 9999))} upstream did not answer in time, client: ${address(random)}`,
    },
  ];
};

export const nginx: Voice = oneOf([
  [95, nginxAccess],
  [5, nginxError],
]);

/** Go controllers with klog. */
export const klog: Voice = ({ atMs, random }) => {
  const { month, day, time, ms } = clock(atMs);
  const [letter, level, text] = random.pick([
    ['I', 'info', 'workload admitted'],
    ['I', 'info', 'queue is up to date'],
    ['W', 'warning', 'watch ended, starting it again'],
    ['E', 'error', 'cannot update status, will retry'],
    ['F', 'critical', 'lease is lost, going down'],
  ] as const);
  return [
    {
      level,
      stream: 'stderr',
      line: `${letter}${month}${day} ${time}.${ms}${String(whole(random, 100, 999))}       1 queue.go:${String(whole(random, 20, 400))}] "${text}" name="q-${String(whole(random, 1, 9))}"`,
    },
  ];
};

/** Go services that write logfmt. */
export const logfmt: Voice = ({ atMs, random }) => {
  const level = random.pick(['info', 'info', 'debug', 'warning', 'error'] as const);
  const word = level === 'warning' ? 'warn' : level;
  return [
    {
      level,
      line: `ts=${new Date(atMs).toISOString()} level=${word} msg="batch of ${String(whole(random, 1, 200))} pages read" took=${random.between(0.1, 9).toFixed(2)}s`,
    },
  ];
};

/** Machines: systemd, the kernel with NVIDIA's driver, a service of the machine's owner. */
export const machine: Voice = (moment) => {
  const { random, source, turn } = moment;
  if (source.kind === 'host' && source.program === 'kernel') {
    return [
      {
        level: 'error',
        line: `NVRM: Xid (PCI:0000:3b:00): ${String(random.pick([13, 31, 43, 79]))}, pid=${String(whole(random, 900, 9000))}, simulated`,
      },
    ];
  }
  if (source.kind === 'host' && source.program === 'sshd') {
    return [
      {
        level: 'info',
        line: `session ${String(turn)} opened for user_id=${String(whole(random, 1, 120))}`,
      },
    ];
  }
  return logfmt(moment);
};
