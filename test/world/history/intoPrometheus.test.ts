import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../servers/index.js';
import { DEMO_SITE } from '../model/site.js';
import { createWorld } from '../model/world.js';
import { historyIntoPrometheus, type WrittenHistory } from './intoPrometheus.js';
import { WORLD_RULES } from './rules.js';

const START = Date.UTC(2026, 9, 1, 8) / 1000;

let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await temporaryFolder('history');
});
afterAll(() => folder.remove());

interface Made {
  readonly facts: WrittenHistory;
  readonly files: Readonly<Record<string, string>>;
  readonly said: readonly number[];
}

async function make(name: string, seed = 1): Promise<Made> {
  const dir = join(folder.path, name);
  const said: number[] = [];
  const facts = await historyIntoPrometheus({
    folder: dir,
    world: createWorld(DEMO_SITE, START, seed),
    rules: WORLD_RULES,
    until: () => START + 600,
    steps: [
      { leftSeconds: 300, stepSeconds: 60 },
      { leftSeconds: 0, stepSeconds: 30 },
    ],
    say: (part) => said.push(part),
  });
  const names = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(names.map((file) => readFile(file, 'base64')));
  const files = Object.fromEntries(
    names.map((file, at) => [file.slice(dir.length), texts[at] ?? '']),
  );
  return { facts, files, said };
}

describe('historyIntoPrometheus', () => {
  it('writes the same bytes for the same site and seed, and others for another', async () => {
    const [one, same, other] = [await make('one'), await make('same'), await make('other', 2)];
    expect(
      Object.keys(one.files)
        .map((file) => file.replace(/.*\//, ''))
        .sort(),
    ).toEqual(['000001', 'index', 'meta.json']);
    expect(same.files).toEqual(one.files);
    expect(other.files).not.toEqual(one.files);
  });

  it('ends where it is told to, and tells how far it is', async () => {
    const { facts, said } = await make('end');
    expect(facts).toMatchObject({ fromSeconds: START, toSeconds: START + 600 });
    expect(facts.series).toBeGreaterThan(500);
    expect(said).toEqual(said.toSorted((a, b) => a - b));
    expect(Math.max(...said)).toBeLessThanOrEqual(1);
  });

  it('leaves the site as its last scrape saw it, however late that was', async () => {
    const world = createWorld(DEMO_SITE, START);
    const { toSeconds } = await historyIntoPrometheus({
      folder: join(folder.path, 'late'),
      world,
      rules: WORLD_RULES,
      until: () => START + 659,
      steps: [{ leftSeconds: 0, stepSeconds: 60 }],
    });
    expect(toSeconds).toBe(START + 600);
    expect(world.nowSeconds()).toBe(toSeconds);
  });
});
