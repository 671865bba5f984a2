import type { IdentityRules } from '@gpuscope/aggregation';

/** The rules of a KubeSphere site whose submitters sign their pods. */
export const WORLD_RULES: IdentityRules = {
  tenant: [{ from: 'namespace.label', key: 'kubesphere.io/workspace' }],
  app: [{ from: 'pod.label', key: 'app.kubernetes.io/name' }],
  user: [
    { from: 'pod.annotation', key: 'example.com/submitted-by', match: '^([^@]+)@' },
    { from: 'namespace.annotation', key: 'kubesphere.io/creator' },
  ],
};
