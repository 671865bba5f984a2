import type { Exposition, Labels, Sample } from '../../exposition/exposition.js';
import type { DropReason } from '../telemetry.js';
import type { DropTally } from '../dropTally.js';
import { fieldNamed, isDcgmName } from './fields.js';
import { byText } from '../order.js';
import type { Row } from './row.js';
import { isFederated, isOtherEntity, readRowLabels, type RowLabels } from './rowLabels.js';

/** What a source's samples are held against before they count. */
export interface Admission {
  /** Whether a host name is this node's; left out, every one is. */
  readonly acceptHost?: (hostname: string) => boolean;
  /** Wall clock, milliseconds since the epoch; needed for `maxAgeMs`. */
  readonly nowMs?: number;
  /** Samples whose own time stamp is older are dropped. Samples without one are as old as the scrape. */
  readonly maxAgeMs?: number;
}

interface Selection {
  readonly rows: readonly Row[];
  readonly foreignHosts: readonly string[];
}

/**
 * The rows of this node's GPUs. Rows of links, switches and processors are left out without a count: they are no GPU's
 * figures, so that nothing is lost.
 */
export function selectRows(
  exposition: Exposition,
  admission: Admission,
  drops: DropTally,
): Selection {
  const samples = exposition.samples.filter(({ name }) => isDcgmName(name));
  const read = labelReader(samples.some(({ labels }) => isFederated(labels)));
  const foreign = new Set<string>();
  const rows: Row[] = [];
  for (const sample of samples) {
    if (isOtherEntity(sample.labels)) continue;
    const labels = read(sample.labels);
    const named = fieldNamed(sample.name);
    const refusal = refusalOf(sample, labels, admission);
    if (refusal === undefined) rows.push({ sample, named, labels });
    else if (named !== undefined) drops.add(named.field.field, refusal);
    if (refusal === 'foreign_host') foreign.add(labels.hostname);
  }
  return { rows, foreignHosts: [...foreign].sort(byText) };
}

/** Many samples share one label block. */
function labelReader(federated: boolean): (labels: Labels) => RowLabels {
  const known = new Map<Labels, RowLabels>();
  return (labels) => {
    const row = known.get(labels) ?? readRowLabels(labels, federated);
    known.set(labels, row);
    return row;
  };
}

function refusalOf(
  { timestampMs }: Sample,
  { uuid, hostname }: RowLabels,
  { acceptHost, nowMs, maxAgeMs }: Admission,
): DropReason | undefined {
  if (hostname !== '' && acceptHost?.(hostname) === false) return 'foreign_host';
  if (!uuid.startsWith('GPU-')) return 'no_device';
  if (timestampMs === undefined || nowMs === undefined || maxAgeMs === undefined) return undefined;
  return timestampMs < nowMs - maxAgeMs ? 'stale' : undefined;
}
