import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { failureOf } from '../testing/fakes.js';
import { readRecording } from './readFile.js';
import { createRecordingFile } from './recordingFile.js';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('recording');
});
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);

const HEADER = { gpuscope: 'recording', version: 2 };
const LOOK = { t: 1, exposition: 'a 1\n' };

describe('createRecordingFile', () => {
  it('writes JSON lines that only their owner can read', async () => {
    const file = await createRecordingFile(at('plain.jsonl'));
    expect(await file.write([HEADER])).toBe(true);
    expect(await file.write([LOOK])).toBe(true);
    await file.close();
    const text = `${JSON.stringify(HEADER)}\n${JSON.stringify(LOOK)}\n`;
    expect(await readFile(at('plain.jsonl'), 'utf8')).toBe(text);
    expect(file.bytes()).toBe(text.length);
    expect((await stat(at('plain.jsonl'))).mode & 0o777).toBe(0o600);
  });

  it('packs where the name ends in .gz', async () => {
    const file = await createRecordingFile(at('packed.jsonl.gz'));
    await file.write([HEADER, LOOK]);
    await file.close();
    const text = gunzipSync(await readFile(at('packed.jsonl.gz'))).toString();
    expect(text.split('\n')).toEqual([JSON.stringify(HEADER), JSON.stringify(LOOK), '']);
    expect((await readRecording(at('packed.jsonl.gz'))).frames).toHaveLength(1);
  });

  it('takes no more than can be played, and what it took stays whole', async () => {
    const file = await createRecordingFile(at('full.jsonl'), 100);
    expect(await file.write([HEADER])).toBe(true);
    expect(await file.write([{ t: 1, exposition: 'x'.repeat(90) }])).toBe(false);
    await file.close();
    expect(await readFile(at('full.jsonl'), 'utf8')).toBe(`${JSON.stringify(HEADER)}\n`);
  });

  it('refuses to write over a file, and names a folder that is not there', async () => {
    await writeFile(at('mine.txt'), 'precious');
    const error = await failureOf(createRecordingFile(at('mine.txt')));
    expect(error.message).toMatch(/mine\.txt: is there already; name a file that is not/);
    expect(await readFile(at('mine.txt'), 'utf8')).toBe('precious');
    const missing = await failureOf(createRecordingFile(at('no/such/folder.jsonl')));
    expect(missing.message).toMatch(/folder\.jsonl: cannot be written \(ENOENT\)/);
  });
});

describe('readRecording', () => {
  it('names a file that is too large, packed or not', async () => {
    const text = `${JSON.stringify(HEADER)}\n${JSON.stringify(LOOK)}\n`;
    await writeFile(at('large.jsonl'), text);
    await writeFile(at('large.gz'), gzipSync(text.padEnd(5_000)));
    expect((await failureOf(readRecording(at('large.jsonl'), 50))).message).toMatch(
      /large\.jsonl: has \d+ bytes; allowed are 50/,
    );
    expect((await failureOf(readRecording(at('large.gz'), 1_000))).message).toMatch(
      /large\.gz: unpacks to more than the 1000 bytes/,
    );
  });

  it('says of a packed file that ends early what may have happened', async () => {
    const packed = gzipSync(`${JSON.stringify(HEADER)}\n${JSON.stringify(LOOK)}\n`);
    await writeFile(at('cut.gz'), packed.subarray(0, packed.length - 12));
    expect((await failureOf(readRecording(at('cut.gz')))).message).toMatch(
      /cut\.gz: can't be unpacked .*stopped by force\?/,
    );
  });
});
