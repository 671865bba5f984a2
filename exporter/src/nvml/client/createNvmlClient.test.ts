import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../../../test/servers/temporaryFolder.js';
import { until } from '../../testing/apiServer.js';
import { failureOf, fakeClock, never } from '../../testing/fakes.js';
import { VERSION } from '../../version.js';
import type { NvmlClient } from '../client.js';
import type { NvmlClientOptions } from './createNvmlClient.js';
import { createNvmlClient } from './createNvmlClient.js';

/** A program that speaks as the agent does; `behaviour` handles each line, with `say`, `look` and `asked` at hand. */
const PROGRAM = (behaviour: string): string => `
import { createInterface } from 'node:readline';
import { appendFileSync } from 'node:fs';
const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
const look = (more) => ({ atMs: Date.now(), windowMs: 15000, session: String(process.pid), driverVersion: '580',
  devices: [], lost: [], seesProcesses: true, ...more });
const use = { residentBytes: 1000, cpuSeconds: 0.25 };
let asked = 0;
say({ hello: { protocol: 1, version: process.env.SPEAKS_AS ?? '${VERSION}' } });
appendFileSync(process.env.STARTS, process.pid + '\\n');
const starts = () => 0;
createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.ask) asked += 1;
  ${behaviour}
}).on('close', () => process.kill(process.pid, 'SIGKILL'));
`;

const ANSWERS = `
  if (message.start) say({ ready: true });
  else say({ id: message.id, look: look(), use });`;

let folder: TemporaryFolder;
const clients: NvmlClient[] = [];

beforeEach(async () => {
  folder = await temporaryFolder('nvml-client');
  await writeFile(join(folder.path, 'starts'), '');
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await folder.remove();
});

const starts = (): number[] =>
  readFileSync(join(folder.path, 'starts'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(Number);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function clientOf(behaviour: string, options: Partial<NvmlClientOptions> = {}) {
  const program = join(folder.path, 'agent.mjs');
  await writeFile(program, PROGRAM(behaviour));
  const clock = fakeClock();
  const told = { restarts: 0, looks: 0 };
  const client = createNvmlClient({
    program,
    version: VERSION,
    settings: { sampleEveryMs: 500, proc: '/proc' },
    env: { ...process.env, STARTS: join(folder.path, 'starts') },
    lookTimeoutMs: 20_000,
    firstPauseMs: 10,
    observer: {
      restarted: () => {
        told.restarts += 1;
      },
      looked: () => {
        told.looks += 1;
      },
    },
    clock,
    random: () => 0,
    ...options,
  });
  clients.push(client);
  return { client, clock, told };
}

describe('asking NVML through an agent', () => {
  it('starts none before it is asked, then one for all questions', async () => {
    const { client, told } = await clientOf(ANSWERS);
    expect(starts()).toEqual([]);
    const first = await client.snapshot(0, never);
    const second = await client.snapshot(0, never);
    expect(second.session).toBe(first.session);
    expect(second.atMs).toBeGreaterThanOrEqual(first.atMs);
    expect(starts()).toHaveLength(1);
    expect(told).toEqual({ restarts: 0, looks: 2 });
  });

  it('hands the same look to all who ask meanwhile, and to who is content with its age', async () => {
    const { client, clock, told } = await clientOf(ANSWERS);
    const [one, other] = await Promise.all([client.snapshot(0, never), client.snapshot(0, never)]);
    expect(other).toBe(one);
    clock.advance(5_000);
    expect(await client.snapshot(7_500, never)).toBe(one);
    clock.advance(5_000);
    expect(await client.snapshot(7_500, never)).not.toBe(one);
    expect(told.looks).toBe(2);
  });

  it('hands on what the agent is to do', async () => {
    const behaviour = `
      if (message.start) { globalThis.settings = message.start; say({ ready: true }); }
      else say({ id: message.id, look: look({ driverVersion: JSON.stringify(settings) }), use });`;
    const settings = { sampleEveryMs: 250, proc: '/host/proc', library: '/x/libnvidia-ml.so.1' };
    const { client } = await clientOf(behaviour, { settings });
    const { driverVersion } = await client.snapshot(0, never);
    expect(JSON.parse(driverVersion)).toEqual(settings);
  });

  it('says what the agent says of a driver that is not there, and does not start it at once again', async () => {
    const behaviour = `
      say({ failed: { code: 'SOURCE_NOT_FOUND', words: 'looked for libnvidia-ml.so.1' } });
      process.exit(0);`;
    const { client } = await clientOf(behaviour, { firstPauseMs: 30_000 });
    const first = await failureOf(client.snapshot(0, never));
    expect([first.code, first.message]).toEqual([
      'SOURCE_NOT_FOUND',
      'looked for libnvidia-ml.so.1',
    ]);
    await until(() => starts().every((pid) => !isAlive(pid)), starts);
    const next = await failureOf(client.snapshot(0, never));
    expect(next.message).toBe(first.message);
    expect(starts()).toHaveLength(1);
  });

  it('ends an agent that hangs, says in which call, and has another', async () => {
    const behaviour = `
      if (message.start) say({ ready: true });
      else if (process.env.STARTS && require_('node:fs').readFileSync(process.env.STARTS, 'utf8').trim().split('\\n').length > 1)
        say({ id: message.id, look: look(), use });
      else { process.title = '>GetPowerUsage'; for (;;); }`;
    const { client, told } = await clientOf(
      behaviour.replace(
        'require_',
        "process.getBuiltinModule?.('node:module').createRequire(import.meta.url)",
      ),
      { lookTimeoutMs: 6_000 },
    );
    const error = await failureOf(client.snapshot(0, never));
    expect(error.code).toBe('SOURCE_TIMEOUT');
    expect(error.message).toContain('nvmlDeviceGetPowerUsage');
    const [first] = starts();
    await until(() => first !== undefined && !isAlive(first), starts);
    const snapshot = await client.snapshot(0, never);
    expect(snapshot.session).not.toBe(String(first));
    expect(told.restarts).toBe(1);
  });

  it('gives up an agent whose NVML does not come up', async () => {
    const { client } = await clientOf('for (;;);', {
      lookTimeoutMs: 400,
      startTimeoutMs: 5_000,
      firstPauseMs: 60_000,
    });
    const early = await failureOf(client.snapshot(0, never));
    expect([early.code, early.message]).toEqual([
      'SOURCE_TIMEOUT',
      expect.stringContaining('has not answered for 0.4 s'),
    ]);
    await until(() => starts().length === 1 && starts().every((pid) => !isAlive(pid)), starts);
    const late = await failureOf(client.snapshot(0, never));
    expect(late.message).toContain('did not come up within 5 s');
  });

  it.each([
    [
      'ends by itself',
      'process.stderr.write("no memory\\n"); process.exit(3);',
      'status 3: no memory',
    ],
    ['is ended by a signal', "process.kill(process.pid, 'SIGSEGV');", 'SIGSEGV'],
    ['writes what is no answer', "process.stdout.write('what?\\n');", 'wrote what?'],
  ])('starts another when one %s', async (_, deed, words) => {
    const behaviour = `
      if (message.start) say({ ready: true });
      else if (asked > 1) { ${deed} }
      else say({ id: message.id, look: look(), use });`;
    const { client, told } = await clientOf(behaviour);
    const { session } = await client.snapshot(0, never);
    const error = await failureOf(client.snapshot(0, never));
    expect(error.message).toContain(words);
    const next = await client.snapshot(0, never);
    expect(next.session).not.toBe(session);
    expect(told.restarts).toBe(1);
  });

  it('refuses another version of the program, as it replaced ours', async () => {
    const { client } = await clientOf(ANSWERS, {
      env: { ...process.env, STARTS: join(folder.path, 'starts'), SPEAKS_AS: '9.9.9' },
      firstPauseMs: 60_000,
    });
    const error = await failureOf(client.snapshot(0, never));
    expect([error.code, error.message]).toEqual([
      'SOURCE_REFUSED',
      expect.stringContaining('is version 9.9.9 now'),
    ]);
    expect(error.message).toContain('restart the exporter');
  });

  it('says so when there is no such program', async () => {
    const { client } = await clientOf(ANSWERS, {
      program: join(folder.path, 'none.mjs'),
      firstPauseMs: 60_000,
    });
    const error = await failureOf(client.snapshot(0, never));
    expect(error.code).toBe('SOURCE_UNREACHABLE');
    expect(error.message).toContain('ended with status 1');
  });

  it('lets who does not wait any more go, and serves the others', async () => {
    const behaviour = `
      if (message.start) say({ ready: true });
      else setTimeout(() => say({ id: message.id, look: look(), use }), 300);`;
    const { client } = await clientOf(behaviour);
    const hasty = new AbortController();
    const left = client.snapshot(0, hasty.signal);
    const stayed = client.snapshot(0, never);
    hasty.abort(new Error('enough'));
    await expect(left).rejects.toThrow('enough');
    expect((await stayed).driverVersion).toBe('580');
  });

  it('leaves nothing when it is closed, however the agent feels about it', async () => {
    const { client } = await clientOf(`${ANSWERS} if (asked > 0) for (;;);`);
    await client.snapshot(0, never);
    await client.close();
    await client.close();
    expect(starts().map(isAlive)).toEqual([false]);
    const error = await failureOf(client.snapshot(0, never));
    expect(error.message).toContain('not asked any more');
    expect(starts()).toHaveLength(1);
  });

  it('starts NVML anew for the sake of a lost GPU, after a minute', async () => {
    const lost = "[{ index: 0, uuid: 'GPU-0', pciBusId: '', code: 'NVML_ERROR_GPU_IS_LOST' }]";
    const behaviour = ANSWERS.replace('look()', `look({ lost: ${lost} })`);
    const { client, clock, told } = await clientOf(behaviour);
    const { session } = await client.snapshot(0, never);
    clock.advance(59_000);
    expect((await client.snapshot(0, never)).session).toBe(session);
    clock.advance(1_000);
    expect((await client.snapshot(0, never)).session).toBe(session);
    await until(
      () => told.restarts === 1,
      () => told,
    );
    expect((await client.snapshot(0, never)).session).not.toBe(session);
  });
});
