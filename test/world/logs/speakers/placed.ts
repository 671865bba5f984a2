import type { Random } from '../../model/random.js';
import type { WorldSite } from '../../model/site.js';
import { hexDigits } from '../voices/voice.js';
import type { Unnamed } from './speaker.js';

/** Where a pod runs, and what it is given there. */
export const placed = (
  site: WorldSite,
  namespace: string,
  node: string,
  random: Random,
): Pick<
  Unnamed,
  'kind' | 'cluster' | 'namespace' | 'namespaceLabels' | 'node' | 'podIp' | 'containerId'
> => ({
  kind: 'pod',
  cluster: site.cluster,
  namespace,
  namespaceLabels: {
    'kubernetes.io/metadata.name': namespace,
    'kubesphere.io/workspace':
      site.namespaces.find(({ name }) => name === namespace)?.workspace ?? '',
  },
  node,
  podIp: `10.233.${String(Math.floor(random.between(64, 128)))}.${String(Math.floor(random.between(2, 250)))}`,
  containerId: hexDigits(random, 64),
});
