import type { Sample } from '../../exposition/exposition.js';
import type { NamedField } from './fields.js';
import type { RowLabels } from './rowLabels.js';

/** A sample that speaks of a GPU of this node, and is fresh. `named` is undefined for fields that we do not read. */
export interface Row {
  readonly sample: Sample;
  readonly named: NamedField | undefined;
  readonly labels: RowLabels;
}
