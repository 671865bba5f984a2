import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { healthy } from './support/dcgm.js';
import { bundle, finish } from './support/program.js';

const PART = `node_modules/@koromix/koffi-linux-${process.arch}`;

let folder: TemporaryFolder;
/** The bundle as it is built, and a copy of it without what lies beside it. */
let program: string;
let alone: string;

/** A site whose source is the driver's library, at a place where none is. */
const SITE = `version: 1
cluster: synthetic
exporter:
  node: synthetic-node
  sources: [{ nvml: { library: /nowhere/libnvidia-ml.so.1 } }]
  holders: [processes]
`;

beforeAll(async () => {
  folder = await temporaryFolder('exporter-native');
  program = await bundle(join(folder.path, 'whole'));
  alone = join(folder.path, 'alone', 'gpuscope-exporter.mjs');
  await mkdir(dirname(alone));
  await copyFile(program, alone);
  await writeFile(join(folder.path, 'gpuscope.yaml'), SITE);
}, 60_000);
afterAll(() => folder.remove());

const renderNvml = (file: string) =>
  finish(file, ['render', '--config', join(folder.path, 'gpuscope.yaml')]);

describe('the native part beside the bundle', () => {
  it('comes with its licence', async () => {
    expect(await readdir(join(dirname(program), PART))).toContain('index.js');
    const licence = await readFile(join(dirname(program), PART, 'LICENSE.txt'), 'utf8');
    expect(licence).toMatch(/MIT|Permission is hereby granted/);
  });

  it('is found wherever the program is started from', async () => {
    const { status, err } = await renderNvml(program);
    expect(status).toBe(1);
    expect(err).toContain('looked for /nowhere/libnvidia-ml.so.1');
  }, 30_000);

  it('is not needed by an exporter that reads DCGM', async () => {
    const replay = join(folder.path, 'synthetic.prom');
    await writeFile(replay, healthy());
    const { status, out, err } = await finish(alone, ['render', '--replay', replay]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('gpu_utilization_ratio');
  }, 30_000);

  it('is named where it is missing and needed', async () => {
    const { status, err } = await renderNvml(alone);
    expect(status).toBe(1);
    expect(err).toContain(`${PART} has to lie beside the program`);
  }, 30_000);
});
