import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { runCommand } from '../testing/io.js';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('check-metrics');
});
afterAll(() => folder.remove());

async function check(text: string) {
  const file = join(folder.path, 'm.prom');
  await writeFile(file, text);
  return { file, ...(await runCommand(['check-metrics', file])) };
}

describe('check-metrics', () => {
  it('prints nothing and exits with 0 for a text without fault', async () => {
    const { status, out, err } = await check('# TYPE a gauge\na 1\n');
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: '' });
  });

  it('prints one line per problem with file, line, column, reason and code, and exits with 1', async () => {
    const { status, out, file } = await check('a 1\nb{ 2\na 3\nc x\n');
    const lines = out.trimEnd().split('\n');
    expect(status).toBe(1);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^.+:\d+:\d+: .+ \[[a-z_]+\]$/);
    expect(lines.map((line) => line.slice(file.length + 1).split(':')[0])).toEqual(['2', '3', '4']);
    expect(lines[1]).toContain('[duplicate_series]');
  });

  it('reads standard input for -', async () => {
    const stdin = () => Promise.resolve('a{x="1" 2\n');
    const { status, out } = await runCommand(['check-metrics', '-'], { stdin });
    expect(status).toBe(1);
    expect(out).toMatch(/^<stdin>:1:\d+: /);
  });

  it('survives what is no text at all', async () => {
    const { status, out } = await check(
      Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 197) % 256)).toString(
        'latin1',
      ),
    );
    expect(status).toBe(1);
    expect(out.length).toBeGreaterThan(0);
  });
});
