import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../../../servers/temporaryFolder.js';
import { fakePrograms, type FakePrograms } from '../testing/programs.js';
import { findGrafana } from './program.js';

let folder: TemporaryFolder;
let programs: FakePrograms;
let home: string;

beforeEach(async () => {
  folder = await temporaryFolder('grafana-program');
  home = join(folder.path, 'home');
  await mkdir(join(home, 'conf'), { recursive: true });
  await writeFile(join(home, 'conf/defaults.ini'), '');
  programs = await fakePrograms(join(folder.path, 'bin'));
});

afterEach(async () => {
  programs.restore();
  await folder.remove();
});

const says = (text: string) => programs.add('grafana', `console.log(${JSON.stringify(text)})`);

describe('findGrafana', () => {
  it.each(['12.4.0', '12.10.1', '13.2.2'])('takes Grafana %s', async (version) => {
    await says(`grafana version ${version}`);
    expect(await findGrafana({ GF_PATHS_HOME: home })).toEqual({
      program: join(folder.path, 'bin/grafana'),
      home,
      version,
    });
  });

  it.each(['12.3.9', '9.5.0'])(
    'does not take Grafana %s, and says what is needed',
    async (version) => {
      await says(`grafana version ${version}`);
      const found = await findGrafana({ GF_PATHS_HOME: home });
      expect(found).toMatchObject({ why: expect.stringContaining(`${version}; 12.4`) as string });
    },
  );

  it('finds its files beside the program, as in its archive', async () => {
    await says('grafana version 12.4.0');
    await mkdir(join(folder.path, 'conf'));
    await writeFile(join(folder.path, 'conf/defaults.ini'), '');
    expect(await findGrafana({})).toMatchObject({ home: folder.path });
  });

  it('says how to name them where they are in no usual place', async () => {
    await says('grafana version 12.4.0');
    const found = await findGrafana({ GF_PATHS_HOME: join(folder.path, 'elsewhere') });
    expect(found).toMatchObject({ why: expect.stringContaining('GF_PATHS_HOME') as string });
  });

  it('says that there is none, and none that it knows', async () => {
    expect(await findGrafana({})).toEqual({ why: 'there is no grafana on PATH' });
    await says('hello');
    expect(await findGrafana({})).toMatchObject({
      why: expect.stringContaining('names no version') as string,
    });
  });
});
