import type { AnnotationEvent, AnnotationQuery, AnnotationSupport, DataFrame } from '@grafana/data';
import { of } from 'rxjs';
import type { Labels } from './answer.js';
import type { PromQuery } from './query.js';

/** What a board says of its marks. */
interface PromMark extends AnnotationQuery<PromQuery> {
  readonly expr?: string;
  readonly step?: string;
  readonly tagKeys?: string;
  readonly titleFormat?: string;
  readonly textFormat?: string;
  readonly useValueForTime?: boolean | string;
}

const DEFAULT_STEP_MS = 60_000;

const filled = (format: string | undefined, labels: Labels): string =>
  (format ?? '').replace(/\{\{\s*(.+?)\s*\}\}/g, (_, name: string) => labels[name] ?? '');

interface Moment {
  readonly time: number;
  readonly timeEnd: number;
}

/** Where the value names the moment, each value does once; else each stretch without a zero is one. */
function momentsOf({ fields }: DataFrame, mark: PromMark): readonly Moment[] {
  const times = (fields[0]?.values ?? []) as number[];
  const values = (fields[1]?.values ?? []) as number[];
  if (mark.useValueForTime === true || mark.useValueForTime === 'on') {
    const named = values.filter(Number.isFinite);
    return [...new Set(named)].map((time) => ({ time, timeEnd: time }));
  }
  const step = fields[0]?.config.interval ?? DEFAULT_STEP_MS;
  const moments: Moment[] = [];
  values.forEach((value, at) => {
    const time = times[at];
    if (time === undefined || !(Math.abs(value) > 0)) return;
    const last = moments.at(-1);
    if (last !== undefined && time - last.timeEnd <= step) {
      moments[moments.length - 1] = { ...last, timeEnd: time };
    } else {
      moments.push({ time, timeEnd: time });
    }
  });
  return moments;
}

/** Marks on graphs from the series that a query answers with. */
export function eventsOf(mark: PromMark, frames: readonly DataFrame[]): AnnotationEvent[] {
  const keys = (mark.tagKeys ?? '').split(',').filter((key) => key !== '');
  return frames.flatMap((frame) => {
    const labels = frame.fields[1]?.labels ?? {};
    return momentsOf(frame, mark).map(({ time, timeEnd }) => ({
      annotation: mark,
      time,
      timeEnd,
      isRegion: timeEnd !== time,
      title: filled(mark.titleFormat, labels),
      text: filled(mark.textFormat, labels),
      tags: keys.flatMap((key) => labels[key] ?? []),
    }));
  });
}

/** Boards keep a mark's query beside its name; a panel's query lies in its target. */
export const annotationSupport: AnnotationSupport<PromQuery> = {
  prepareAnnotation: (json: PromMark) => json,
  prepareQuery: (mark: PromMark) => {
    const target = mark.target;
    const expr = target?.expr ?? mark.expr ?? '';
    if (expr === '') return undefined;
    return {
      refId: 'Anno',
      ...target,
      expr,
      range: true,
      instant: false,
      interval: target?.interval ?? mark.step ?? '60s',
    };
  },
  processEvents: (mark, frames) => of(eventsOf(mark as PromMark, frames)),
};
