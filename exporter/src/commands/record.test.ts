import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { runCommand } from '../testing/io.js';
import type { Loopback } from '../testing/loopback.js';
import { httpLoopback } from '../testing/loopback.js';

let folder: TemporaryFolder;
let dcgm: Loopback;
beforeAll(async () => {
  folder = await temporaryFolder('record');
  dcgm = await httpLoopback((_, response) =>
    response.end(
      'DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-a",modelName="Synthetic X1",Hostname="gpu-1",namespace="team-a",pod="train-0",container="main"} 38\n',
    ),
  );
});
afterAll(async () => {
  await dcgm.close();
  await folder.remove();
});
const at = (name: string) => join(folder.path, name);

const record = (name: string, ...rest: string[]) =>
  runCommand(['record', '--output', at(name), '--dcgm', dcgm.url, '--duration', '1s', ...rest]);

describe('record', () => {
  it('writes what is read until its time is up, for --replay to play', async () => {
    const args = ['--interval', '1s', '--origin', 'synthetic', '--node', 'gpu-1'];
    const { status, out, err } = await record('plain.jsonl', ...args);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/plain\.jsonl: 2 moments, \d+ bytes unpacked, with names/);
    const [header = ''] = (await readFile(at('plain.jsonl'), 'utf8')).split('\n');
    expect(JSON.parse(header)).toMatchObject({
      gpuscope: 'recording',
      version: 2,
      origin: 'synthetic',
      chips: '1 × Synthetic X1',
      sources: ['dcgm'],
      holders: ['dcgmLabels'],
      anonymised: false,
    });
    const played = await runCommand(['render', '--replay', at('plain.jsonl'), '--node', 'gpu-1']);
    const read = await runCommand(['render', '--dcgm', dcgm.url, '--node', 'gpu-1']);
    expect(played).toEqual(read);
    expect(played.out).toContain('pod="train-0"');
  });

  it('leaves out names on demand, packed too', async () => {
    const { out } = await record('anonymous.jsonl.gz', '--anonymise', '--node', 'gpu-1');
    expect(out).toContain('without names');
    const { out: series } = await runCommand(['render', '--replay', at('anonymous.jsonl.gz')]);
    expect(series).toContain('Synthetic X1');
    expect(series).toMatch(/gpu_temperature_celsius\{.*\} 38/);
    expect(series).not.toMatch(/train|team-a/);
    expect(series).toMatch(/gpu_workload_allocated_ratio\{.*pod="[a-z]{8}-0"/);
  });

  it('ends early, with a whole file, when it is told to', async () => {
    const stop = new AbortController();
    const args = ['record', '--output', at('early.jsonl'), '--dcgm', dcgm.url, '--node', 'gpu-1'];
    const running = runCommand(args, { stop: stop.signal });
    const begun = async () => (await stat(at('early.jsonl')).catch(() => ({ size: 0 }))).size > 0;
    while (!(await begun())) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    const { status, out } = await running;
    expect(status).toBe(0);
    expect(out).toContain('1 moments');
    expect(out).toContain('stopped before its time');
    expect((await runCommand(['render', '--replay', at('early.jsonl')])).status).toBe(0);
  });

  it('leaves no file where no source answers, and says why', async () => {
    const args = ['record', '--output', at('none.jsonl'), '--dcgm', 'http://127.0.0.1:1'];
    const { status, err } = await runCommand(args);
    expect(status).toBe(1);
    expect(err).toContain('http://127.0.0.1:1/metrics: nothing listens there');
    expect(err).toContain('none.jsonl: no source answered, so there is nothing to record');
    await expect(stat(at('none.jsonl'))).rejects.toThrow('ENOENT');
  });

  it('never writes over a file', async () => {
    await writeFile(at('mine.jsonl'), 'precious');
    const { status, err } = await record('mine.jsonl');
    expect(status).toBe(1);
    expect(err).toContain('mine.jsonl: is there already; name a file that is not');
    expect(await readFile(at('mine.jsonl'), 'utf8')).toBe('precious');
  });

  it.each([
    [['--duration', '2d'], /--duration is 2d; .* from 1s to 1d/],
    [['--interval', '100ms'], /--interval is 100ms; .* from 1s to 10m/],
    [['--interval', 'often'], /--interval is often/],
    [['--role', 'cluster'], /--role node/],
    [['--replay', 'x.jsonl'], /--replay plays is recorded already/],
    [[], /needs --output FILE/],
  ])('refuses %j and says what is allowed', async (args, message) => {
    const output = args.length === 0 ? [] : ['--output', at('refused.jsonl')];
    const { status, err } = await runCommand(['record', '--dcgm', dcgm.url, ...output, ...args]);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    await expect(stat(at('refused.jsonl'))).rejects.toThrow('ENOENT');
  });
});
