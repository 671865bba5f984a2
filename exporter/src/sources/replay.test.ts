import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliseDcgm } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { failureOf, fakeClock, never } from '../testing/fakes.js';
import { createReplaySource } from './replay.js';

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
    file,
    normalise: normaliseDcgm,
    onProblems: () => undefined,
    clock,
  });
  const value = async () => (await source.read(never)).readings[0]?.value;
  return { clock, file, source, value };
}

describe('createReplaySource', () => {
  it('plays one exposition again and again, whatever host it was taken on', async () => {
    const { clock, file, value } = play('one.prom');
    await writeFile(file, line(38));
    expect(await value()).toBe(38);
    clock.advance(60_000);
    expect(await value()).toBe(38);
  });

  it('plays a recording in its own time, and begins anew', async () => {
    const { clock, file, value } = play('two.jsonl');
    const frames = [0, 15_000, 30_000].map((t, index) =>
      JSON.stringify({ t, exposition: line(40 + index) }),
    );
    await writeFile(file, ['{"gpuscope":"recording","version":1}', ...frames].join('\n'));
    const seen: unknown[] = [];
    for (let cycle = 0; cycle < 4; cycle += 1) {
      seen.push(await value());
      clock.advance(15_000);
    }
    expect(seen).toEqual([40, 41, 42, 40]);
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
