import { DCGM_FIELDS } from './fields.js';

const HEADER = `# Every DCGM field that gpuscope's catalogue wants, for dcgm-exporter's --collectors or --configmap-data.
# Old names on purpose: dcgm-exporter prints a field under the name that stands here, all versions from
# 2.4.6-2.6.10 (the first with the type "label") know these, and each of them has one unit for ever.
# field, Prometheus type, help
`;

/**
 * A counters file for dcgm-exporter with every field that the catalogue wants.
 *
 * The same text serves old and new exporters: go-dcgm's own tests for DCGM 4.6.1 and later hold that old names stay known
 * and keep their old unit where a new name brought another. An unknown name would keep dcgm-exporter from starting, which
 * is why names of DCGM 4.7 do not appear.
 */
export function countersFile(): string {
  const lines = DCGM_FIELDS.flatMap(({ field, collect }) =>
    collect === undefined ? [] : [`DCGM_FI_${field}, ${collect.type}, ${collect.help}.\n`],
  );
  return HEADER + lines.join('');
}
