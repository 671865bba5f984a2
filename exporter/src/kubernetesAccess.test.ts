import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSite } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../../test/servers/temporaryFolder.js';
import type { ExporterConfig, Role } from './config.js';
import { kubernetesFor } from './kubernetesAccess.js';
import { failureOf } from './testing/fakes.js';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('access');
});
afterAll(() => folder.remove());

const POD = { pod: { namespace: 'g', selector: 'app=dcgm', port: 9400 } };
const IN_CLUSTER = { KUBERNETES_SERVICE_HOST: '10.0.0.1', KUBERNETES_SERVICE_PORT: '443' };

function config(yaml: object, role: Role = 'node'): ExporterConfig {
  const parsed = parseSite(JSON.stringify({ version: 1, cluster: 'c', exporter: yaml }));
  if (!('site' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  const { exporter, identity } = parsed.site;
  return { role, node: 'n', exporter, identity, namespacesByName: false };
}

describe('kubernetesFor', () => {
  it.each([
    ['a URL and no pods', { pods: 'none', sources: [{ dcgm: { url: 'http://h:1' } }] }, 'node'],
    ['a file of pods', { pods: { file: 'p.json' } }, 'node'],
    [
      'a pod to be found, in the role that finds none',
      { pods: 'none', sources: [{ dcgm: POD }] },
      'cluster',
    ],
  ] as const)('asks for no access where none is needed: %s', async (_, yaml, role) => {
    expect(await kubernetesFor(config(yaml, role), {})).toBeUndefined();
  });

  it.each([
    ['pods', { pods: 'kubernetes' }],
    ['a pod to be found', { pods: { file: 'p.json' }, sources: [{ dcgm: POD }] }],
  ])('takes the pod’s own access for %s, and says so where there is none', async (_, yaml) => {
    expect(await kubernetesFor(config(yaml), IN_CLUSTER)).toBeDefined();
    const error = await failureOf(kubernetesFor(config(yaml), {}));
    expect(error.code).toBe('CONFIG_INVALID');
    expect(error.message).toContain('KUBERNETES_SERVICE_HOST');
  });

  it('reads the kubeconfig that the site names, in or out of a cluster', async () => {
    const kubeconfig = join(folder.path, 'kubeconfig');
    await writeFile(kubeconfig, 'not: a kubeconfig\n');
    const yaml = { pods: { kubernetes: { kubeconfig } } };
    const error = await failureOf(kubernetesFor(config(yaml), IN_CLUSTER));
    expect(error.message).toContain(kubeconfig);
  });
});
