import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { failureOf, fakeClock, never } from '../testing/fakes.js';
import { createPlayer } from './player.js';
import { createReplaySource } from './replaySource.js';

const line = (value: number) =>
  `DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-a",Hostname="some-recorded-host"} ${value}\n`;

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('replay');
});
afterAll(() => folder.remove());

function play(name: string) {
  const clock = fakeClock();
  const file = join(folder.path, name);
  const source = createReplaySource({
    name: 'replay',
    player: createPlayer(file, clock),
    onProblems: () => undefined,
  });
  const value = async () => (await source.read(never)).readings[0]?.value;
  return { clock, file, source, value };
}

const lines = (...all: object[]) => all.map((one) => JSON.stringify(one)).join('\n');
const HEADER = { gpuscope: 'recording', version: 2 };

const look = (xids: number) => ({
  atMs: 1,
  windowMs: 0,
  session: 's',
  driverVersion: '1',
  devices: [
    {
      index: 0,
      uuid: 'GPU-a',
      name: 'Synthetic X1',
      pciBusId: '',
      mig: false,
      figures: { temperature: 55 },
      instances: [],
      mps: false,
      failures: [],
    },
  ],
  lost: [],
  xids: [{ uuid: 'GPU-a', xid: 79, count: xids, lastMs: 1 }],
  seesProcesses: true,
});

describe('createReplaySource', () => {
  it('plays one exposition again and again, whatever host it was taken on', async () => {
    const { clock, file, value } = play('one.prom');
    await writeFile(file, line(38));
    expect(await value()).toBe(38);
    clock.advance(60_000);
    expect(await value()).toBe(38);
  });

  it('plays a recording of version 1 in its own time, and begins anew', async () => {
    const { clock, file, value } = play('two.jsonl');
    const frames = [0, 15_000, 30_000].map((t, index) => ({ t, exposition: line(40 + index) }));
    await writeFile(file, lines({ ...HEADER, version: 1 }, ...frames));
    const seen: unknown[] = [];
    for (let cycle = 0; cycle < 4; cycle += 1) {
      seen.push(await value());
      clock.advance(15_000);
    }
    expect(seen).toEqual([40, 41, 42, 40]);
  });

  it('plays a packed one, whatever its name', async () => {
    const { file, value } = play('packed.jsonl');
    await writeFile(file, gzipSync(lines(HEADER, { t: 1, exposition: line(7) })));
    expect(await value()).toBe(7);
  });

  it('plays looks at NVML, each round as a session of its own, so that XIDs begin anew', async () => {
    const { clock, file, source } = play('nvml.jsonl');
    await writeFile(file, lines(HEADER, { t: 0, nvml: look(0) }, { t: 10, nvml: look(1) }));
    const seen = [];
    for (let cycle = 0; cycle < 3; cycle += 1) {
      const { xids, readings } = await source.read(never);
      expect(readings).toContainEqual(
        expect.objectContaining({ metric: 'gpu_temperature_celsius', value: 55 }),
      );
      seen.push(xids?.[0]?.session);
      clock.advance(10);
    }
    expect(seen).toEqual(['s', 's', 's 1']);
  });

  it('takes each figure from the first source that was recorded with it', async () => {
    const { file, source } = play('both.jsonl');
    const both = [
      { t: 0, nvml: look(0) },
      { t: 0, exposition: line(38) },
    ];
    await writeFile(file, lines({ ...HEADER, sources: ['dcgm', 'nvml'] }, ...both));
    const temperatures = (await source.read(never)).readings.map(({ value }) => value);
    expect(temperatures).toEqual([38]);
  });

  it('fails as the source failed when it was recorded', async () => {
    const { clock, file, source, value } = play('failing.jsonl');
    const failed = (t: number) => ({ t, source: 'dcgm', failed: 'SOURCE_TIMEOUT' });
    await writeFile(file, lines(HEADER, { t: 0, exposition: line(1) }, failed(10), { t: 30 }));
    expect(await value()).toBe(1);
    clock.advance(10);
    const error = await failureOf(source.read(never));
    expect(error.code).toBe('SOURCE_TIMEOUT');
    expect(error.message).toContain('failing.jsonl: dcgm did not answer when this was recorded');
  });

  it('plays what another source said where one failed', async () => {
    const { file, value } = play('one-fails.jsonl');
    const failed = { t: 0, source: 'dcgm', failed: 'SOURCE_TIMEOUT' };
    await writeFile(file, lines(HEADER, failed, { t: 0, nvml: look(0) }));
    expect(await value()).toBe(55);
  });

  it('names the line of a look that can’t be used', async () => {
    const { file, source } = play('odd.jsonl');
    await writeFile(file, lines(HEADER, { t: 0, nvml: { devices: [null], lost: [] } }));
    const error = await failureOf(source.read(never));
    expect(error.code).toBe('RECORDING_INVALID');
    expect(error.message).toMatch(/odd\.jsonl:2: the look at nvml can't be used/);
  });

  it('reads a file again that has changed', async () => {
    const { file, value } = play('changing.prom');
    await writeFile(file, line(1));
    expect(await value()).toBe(1);
    await writeFile(file, line(2));
    await utimes(file, new Date(), new Date(Date.now() + 5_000));
    expect(await value()).toBe(2);
  });

  it('names a file that is not there, and plays it once it is', async () => {
    const { file, source, value } = play('later.prom');
    const error = await failureOf(source.read(never));
    expect(error.code).toBe('RECORDING_INVALID');
    expect(error.message).toContain('later.prom');
    expect(error.message).toContain('ENOENT');
    await writeFile(file, line(3));
    expect(await value()).toBe(3);
  });

  it('names a folder that was taken for a file', async () => {
    const { source } = play('');
    expect((await failureOf(source.read(never))).message).toContain('EISDIR');
  });
});
