import type { DataFrame } from '@grafana/data';

/** A moment, or a stretch of time, that is marked in a graph. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly color: string;
  readonly title: string;
  readonly text: string;
}

const DEFAULT_COLOR = 'blue';

/** The marks that annotations' frames tell. */
export const marksOf = (frames: readonly DataFrame[]): readonly Mark[] =>
  frames.flatMap(({ fields, length }) => {
    const read = (name: string, row: number): unknown =>
      fields.find((field) => field.name === name)?.values[row];
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    return Array.from({ length }, (_, row) => row).flatMap((row): Mark[] => {
      const from = read('time', row);
      if (typeof from !== 'number') return [];
      const end = read('timeEnd', row);
      return [
        {
          from,
          to: typeof end === 'number' && end > from ? end : from,
          color: text(read('color', row)) || DEFAULT_COLOR,
          title: text(read('title', row)),
          text: text(read('text', row)),
        },
      ];
    });
  });
