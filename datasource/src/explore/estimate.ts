import type { DataFrame } from '@grafana/data';
import { DataTopic, FieldType, createDataFrame } from '@grafana/data';
import { t } from '@grafana/i18n';

const isEstimate = ({ meta }: DataFrame): boolean =>
  (meta?.custom as { readonly isEstimate?: unknown } | undefined)?.isEstimate === true;

/** The first and the last time of a frame. */
function spanOf({ fields }: DataFrame): readonly [from: number, to: number] | undefined {
  const times = fields.find(({ type }) => type === FieldType.time)?.values as readonly number[];
  const [from] = times ?? [];
  const to = times?.at(-1);
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** A shade over a graph whose levels are estimated, which says so: bars alone look like counts. */
function shade(refId: string, [from, to]: readonly [number, number]): DataFrame {
  const frame = createDataFrame({
    refId: `${refId}-estimate`,
    fields: [
      { name: 'time', type: FieldType.time, values: [from] },
      { name: 'timeEnd', type: FieldType.time, values: [to] },
      { name: 'isRegion', type: FieldType.boolean, values: [true] },
      { name: 'color', type: FieldType.string, values: ['rgba(255, 152, 48, 0.35)'] },
      {
        name: 'text',
        type: FieldType.string,
        values: [
          t(
            'volume.estimate',
            'The levels are an estimate from some of the lines; how many lines there are is exact.',
          ),
        ],
      },
    ],
  });
  return { ...frame, meta: { dataTopic: DataTopic.Annotations } };
}

/** The frames, and a shade for each answer that is an estimate. */
export function withEstimates(frames: readonly DataFrame[]): DataFrame[] {
  const marked = new Map<string, DataFrame>();
  for (const frame of frames.filter(isEstimate)) {
    const refId = frame.refId ?? '';
    const span = spanOf(frame);
    if (span !== undefined && !marked.has(refId)) marked.set(refId, shade(refId, span));
  }
  return [...frames, ...marked.values()];
}
