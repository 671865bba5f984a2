import type { AdHocVariableFilter, DataFrame, QueryResultMetaNotice } from '@grafana/data';
import { createDataFrame } from '@grafana/data';
import { t } from '@grafana/i18n';

const plain = { interpolation: { escapeValue: false } };

/** Says which ad hoc filters were not asked, and why. */
export function droppedNotice(dropped: readonly AdHocVariableFilter[]): QueryResultMetaNotice {
  const filters = dropped.map(({ key, operator, value }) => `${key} ${operator} ${value}`);
  return {
    severity: 'warning',
    text: t(
      'notice.dropped',
      'Not filtered by {{filters}}: log fields can be compared with =, != and one of.',
      { filters: filters.join(', '), ...plain },
    ),
  };
}

/** An empty answer that says which variable has no value; asking without it would show everything. */
export const emptiedFrame = (refId: string, emptied: readonly string[]): DataFrame =>
  createDataFrame({
    refId,
    fields: [],
    meta: {
      notices: [
        {
          severity: 'info',
          text: t(
            'notice.emptied',
            'Nothing was asked: the variable chosen for {{names}} has no value.',
            { names: emptied.join(', '), ...plain },
          ),
        },
      ],
    },
  });

/** The frames with one notice more each; all frames of one answer are shown together. */
export function withNotice(
  frames: readonly DataFrame[],
  notice: QueryResultMetaNotice,
): DataFrame[] {
  const [first, ...rest] = frames;
  if (first === undefined) return [createDataFrame({ fields: [], meta: { notices: [notice] } })];
  const notices = [...(first.meta?.notices ?? []), notice];
  return [{ ...first, meta: { ...first.meta, notices } }, ...rest];
}
