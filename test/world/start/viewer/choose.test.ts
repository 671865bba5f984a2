import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../../servers/temporaryFolder.js';
import type { ViewerKind } from '../options.js';
import { chooseViewer } from './choose.js';
import { fakePrograms, type FakePrograms } from './testing/programs.js';

let folder: TemporaryFolder;
let programs: FakePrograms;
const said: string[] = [];

beforeEach(async () => {
  said.length = 0;
  folder = await temporaryFolder('choose');
  programs = await fakePrograms(join(folder.path, 'bin'));
});

afterEach(async () => {
  programs.restore();
  await folder.remove();
});

const choose = (viewer: ViewerKind, env: Readonly<Record<string, string>> = {}) =>
  chooseViewer({
    options: { viewer, port: 0 },
    folder: folder.path,
    line: (text) => void said.push(text),
    env,
  });

const GIVEN = { GRAFANA_URL: 'http://grafana/', GRAFANA_TOKEN: 'synthetic-token' };

describe('where the site is looked at', () => {
  it('is the Grafana that is given, before one that could be started', async () => {
    await programs.add('docker', '');
    expect((await choose('auto', GIVEN))?.name).toBe('Grafana');
    expect(await programs.calls()).toEqual([]);
  });

  it('is a Grafana in Docker where there is no other, once Docker works', async () => {
    await programs.add('docker', '');
    expect((await choose('auto'))?.name).toBe('Grafana');
    expect(await programs.calls()).toEqual([['docker', 'info']]);
  });

  it('is nowhere but in the terminal where none is wanted', async () => {
    await programs.add('docker', '');
    expect(await choose('none', GIVEN)).toBeUndefined();
    expect(await programs.calls()).toEqual([]);
  });

  it.each([
    ['url', {}, 'GRAFANA_URL is not set'],
    ['url', { GRAFANA_URL: 'http://g' }, 'GRAFANA_TOKEN is not set'],
    ['grafana', {}, 'no grafana on PATH'],
    ['docker', {}, 'no docker on PATH'],
  ] as const)('can not be %s with %j, which is said', async (viewer, env, why) => {
    await expect(choose(viewer, env)).rejects.toThrow(why);
    await expect(choose(viewer, env)).rejects.toThrow(`--with ${viewer}`);
  });
});
