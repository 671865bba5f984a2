import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseExposition } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { runCommand } from '../testing/io.js';

let folder: TemporaryFolder;
let replay: string;
beforeAll(async () => {
  folder = await temporaryFolder('render');
  replay = join(folder.path, 'synthetic-one.prom');
  await writeFile(
    replay,
    'DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-a",Hostname="h",namespace="team-a",pod="train-0",container="main"} 38\n',
  );
});
afterAll(() => folder.remove());

describe('render', () => {
  it('prints the series of one cycle, and none of the exporter’s own', async () => {
    const { status, out, err } = await runCommand(['render', '--replay', replay, '--node', 'n1']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('gpu_temperature_celsius{node="n1",gpu="0",uuid="GPU-a"} 38');
    expect(out).toContain('tenant="team-a"');
    expect(out).not.toMatch(/^(gpuscope_exporter|process|nodejs)_/m);
  });

  it('prints the same again: nothing in it depends on when', async () => {
    const args = ['render', '--replay', replay];
    expect((await runCommand(args)).out).toBe((await runCommand(args)).out);
  });

  it('prints whole OpenMetrics on demand', async () => {
    const { out } = await runCommand(['render', '--replay', replay, '--format', 'openmetrics']);
    expect(parseExposition(out, { format: 'openmetrics' }).problems).toEqual([]);
    expect(out.endsWith('# EOF\n')).toBe(true);
  });

  it('says why a source brought nothing, and exits with 1', async () => {
    const { status, out, err } = await runCommand(['render', '--dcgm', 'http://127.0.0.1:1']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('http://127.0.0.1:1/metrics: nothing listens there');
  });

  it('says that the pods could not be read, and prints what there is without them', async () => {
    const args = ['render', '--replay', replay, '--pods', '/no/such.json'];
    const { status, out, err } = await runCommand(args);
    expect({ status, err }).toEqual({ status: 1, err: '/no/such.json: cannot be read (ENOENT)\n' });
    expect(out).toContain('gpu_temperature_celsius');
  }, 20_000);
});
