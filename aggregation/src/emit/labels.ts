import type { Leaf } from '../attribution/leaf.js';
import type { Identity } from '../identity/subject.js';
import type { Holder } from '../attribution/claim.js';
import type { Board } from '../normalise/telemetry.js';
import type { LabelSet } from '../series/series.js';

/** Labels that each series of this exporter starts with. */
export interface NodeLabels {
  readonly node: string;
  /** Only where the scrape does not add it. */
  readonly cluster?: string;
}

export const nodeLabels = ({ node, cluster }: NodeLabels): LabelSet =>
  cluster === undefined ? { node } : { cluster, node };

export const boardLabels = (base: LabelSet, { gpu, uuid, model }: Board): LabelSet => ({
  ...base,
  gpu,
  uuid,
  model,
});

export const leafLabels = (base: LabelSet, leaf: Leaf): LabelSet => ({
  ...boardLabels(base, leaf.board),
  gpu_instance: leaf.gpuInstance,
  mig_profile: leaf.migProfile,
});

export const workloadLabels = (
  base: LabelSet,
  leaf: Leaf,
  holder: Holder,
  { tenant, app, user }: Identity,
): LabelSet => ({
  ...leafLabels(base, leaf),
  tenant,
  app,
  user,
  namespace: holder.kind === 'pod' ? holder.namespace : '',
  pod: holder.kind === 'pod' ? holder.pod : '',
  container: holder.kind === 'pod' ? holder.container : '',
  hpc_job: holder.kind === 'local' ? holder.job : '',
  systemd_unit: holder.kind === 'local' ? holder.unit : '',
});

export const accountLabels = (
  base: LabelSet,
  leaf: Leaf,
  holder: Holder,
  { tenant, app, user }: Identity,
): LabelSet => ({
  ...base,
  model: leaf.board.model,
  mig_profile: leaf.migProfile,
  tenant,
  namespace: holder.kind === 'pod' ? holder.namespace : '',
  app,
  user,
});
