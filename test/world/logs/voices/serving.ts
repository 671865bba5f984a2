import { address, clock, hexDigits, oneOf, whole, type Voice } from './voice.js';

const access: Voice = ({ random }) => {
  const status = random.pick(['200 OK', '200 OK', '200 OK', '200 OK', '429 Too Many Requests']);
  const user = whole(random, 1, 120);
  return [
    {
      level: 'info',
      line: `INFO:     ${address(random)}:${String(whole(random, 30_000, 60_000))} - "POST /v1/completions?user_id=${String(user)} HTTP/1.1" ${status}`,
    },
  ];
};

const engine: Voice = ({ atMs, random }) => {
  const { month, day, time } = clock(atMs);
  return [
    {
      level: 'info',
      line: `INFO ${month}-${day} ${time} [metrics.py:88] running ${String(whole(random, 0, 30))} requests, waiting ${String(whole(random, 0, 9))}, cache at ${random.between(5, 99).toFixed(1)}%`,
    },
  ];
};

const json: Voice = ({ atMs, random }) => {
  const level = random.pick(['info', 'info', 'info', 'debug', 'warning', 'error'] as const);
  const traceId = hexDigits(random, 32);
  return [
    {
      level,
      traceId,
      line: JSON.stringify({
        time: new Date(atMs).toISOString(),
        level: level === 'warning' ? 'WARN' : level.toUpperCase(),
        msg: level === 'error' ? 'upstream closed the stream' : 'request done',
        trace_id: traceId,
        span_id: hexDigits(random, 16),
        user_id: whole(random, 1, 120),
        id: `req-${hexDigits(random, 8)}`,
        took_ms: whole(random, 3, 900),
      }),
    },
  ];
};

const triton: Voice = ({ atMs, random }) => {
  const { month, day, time, ms } = clock(atMs);
  const [letter, level] = random.pick([
    ['I', 'info'],
    ['I', 'info'],
    ['W', 'warning'],
    ['E', 'error'],
  ] as const);
  return [
    {
      level,
      stream: 'stderr',
      line: `${letter}${month}${day} ${time}.${ms}${String(whole(random, 100, 999))} 1 model_pool.cc:${String(whole(random, 20, 600))}] model 'ranker-v${String(whole(random, 1, 4))}' batch of ${String(whole(random, 1, 64))}`,
    },
  ];
};

const health: Voice = ({ random }) => [
  { level: 'info', line: `INFO:     ${address(random)}:0 - "GET /health HTTP/1.1" 200 OK` },
];

/** Model servers: an HTTP front in Python, JSON lines with trace ids, an engine in C++. */
export const serving: Voice = oneOf([
  [45, access],
  [10, engine],
  [30, json],
  [10, triton],
  [5, health],
]);
