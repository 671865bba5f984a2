import type { Reading, Telemetry } from '@gpuscope/aggregation';
import type { WorldNode } from '../../world/model/hardware.js';

/** So long ago boards broke, and one of them fell off the bus, seconds. */
const BROKEN_SECONDS = 1500;
const GONE_SECONDS = 600;

const counted = (
  uuid: string,
  metric: Reading['metric'],
  value: number,
  labels: Reading['labels'] = {},
): Reading => ({ uuid, gpuInstance: '', metric, value, labels });

const ERRORS = /_(ecc_errors|row_remap|retired_pages|pcie_replays|nvlink_errors)_/;

const onBoard = ({ gpus }: WorldNode, at: number): string => gpus[at]?.uuid ?? '';

/** What a site seldom has, on its first node: broken memory, faults of programs, bad links, a board that is gone. */
export function withTrouble(
  telemetry: Telemetry,
  node: WorldNode,
  ageSeconds: number,
  first: string,
): Telemetry {
  if (node.name !== first || ageSeconds > BROKEN_SECONDS) return telemetry;
  const broken = onBoard(node, 0);
  const faulty = [1, 2, 3, 4].map((at) => [onBoard(node, at), 31] as const);
  const gone = ageSeconds > GONE_SECONDS ? undefined : onBoard(node, 7);
  return {
    ...telemetry,
    boards: telemetry.boards.filter(({ uuid }) => uuid !== gone),
    lastXid: new Map([...telemetry.lastXid, ...faulty, [broken, 79]]),
    readings: [
      ...telemetry.readings.filter(
        ({ uuid, metric }) => uuid !== gone && !(uuid === broken && ERRORS.test(metric)),
      ),
      ...brokenMemory(broken),
      counted(broken, 'gpu_pcie_replays_total', BROKEN_SECONDS - ageSeconds),
      counted(broken, 'gpu_nvlink_errors_total', (BROKEN_SECONDS - ageSeconds) / 30, {
        kind: 'crc_flit',
      }),
    ],
  };
}

const brokenMemory = (uuid: string): readonly Reading[] => [
  counted(uuid, 'gpu_ecc_errors_total', 2, { kind: 'uncorrectable', scope: 'volatile' }),
  counted(uuid, 'gpu_ecc_errors_total', 3, { kind: 'uncorrectable', scope: 'aggregate' }),
  counted(uuid, 'gpu_ecc_errors_total', 41, { kind: 'correctable', scope: 'volatile' }),
  counted(uuid, 'gpu_row_remap_rows_total', 1, { kind: 'uncorrectable' }),
  counted(uuid, 'gpu_row_remap_pending', 1),
  counted(uuid, 'gpu_row_remap_failure', 1),
  counted(uuid, 'gpu_retired_pages_pending', 4),
];
