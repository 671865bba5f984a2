import { setTimeout as sleep } from 'node:timers/promises';
import { createBackend, type Backend } from './backend.js';

const told: string[] = [];
const logged: string[] = [];
let backend: Backend | undefined;

const start = (script: string): Backend => {
  backend = createBackend(
    {
      command: [process.execPath, '-e', script],
      env: { SET: 'yes' },
      log: (line) => void logged.push(line),
    },
    (state, note) => void told.push(`${state}: ${note ?? ''}`),
  );
  return backend;
};

const until = async (holds: () => boolean): Promise<void> => {
  const deadline = performance.now() + 40_000;
  while (!holds() && performance.now() < deadline) await sleep(25);
  expect(holds()).toBe(true);
};

beforeEach(() => {
  told.length = 0;
  logged.length = 0;
});

afterEach(async () => {
  await backend?.stop();
});

const SPEAKS = `console.log('1|2|unix|/nowhere/s|grpc|'); setInterval(() => {}, 1000);`;

describe('a backend', () => {
  it('is told what a plugin needs, and little else', async () => {
    process.env['SYNTHETIC_SECRET'] = 'mine';
    const running = start(`console.error(JSON.stringify(process.env)); ${SPEAKS}`);
    await running.connection();
    await until(() => logged.length > 0);
    const env = JSON.parse(logged[0] ?? '{}') as Record<string, string>;
    expect(env).toMatchObject({ grafana_plugin_type: 'datasource', SET: 'yes' });
    expect(env).not.toHaveProperty('SYNTHETIC_SECRET');
    expect(told.at(-1)).toBe(`ready: process ${backend?.pid()}`);
  });

  it('that is no plugin fails with its first line, again and again', async () => {
    const running = start(`console.log('usage: me'); setInterval(() => {}, 1000);`);
    await expect(running.connection()).rejects.toThrow('"usage: me"');
    await until(() => told.filter((line) => line.startsWith('failed')).length > 1);
    expect(told.join()).toContain('it is tried again');
  });

  it('that ends before it says anything fails with its last words', async () => {
    const running = start(`console.error('no store, no plugin'); process.exit(3)`);
    await expect(running.connection()).rejects.toThrow(/status 3[^]*no store, no plugin/);
  });

  it('whose program is not there fails with what is missing', async () => {
    backend = createBackend(
      { command: ['/nowhere/program'], env: {}, log: () => undefined },
      (state, note) => void told.push(`${state}: ${note ?? ''}`),
    );
    await expect(backend.connection()).rejects.toThrow('ENOENT');
  });

  it('is started again when it has ended, and not once it is stopped', async () => {
    const running = start(SPEAKS);
    await running.connection();
    await until(() => running.pid() !== undefined);
    const first = running.pid() ?? 0;
    process.kill(first, 'SIGKILL');
    await until(() => running.pid() !== undefined && running.pid() !== first);
    expect(told.some((line) => /^starting: .*SIGKILL.*again/.test(line))).toBe(true);
    await running.stop();
    const count = told.length;
    await sleep(600);
    expect(told).toHaveLength(count);
  });
});
