import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import { AnnotationEditor } from './editor/AnnotationEditor.js';
import type { LogsQuery } from './types.js';
import { upgradeQuery } from './query/upgradeQuery.js';

/** A board drawn over with thousands of marks shows nothing. */
const ANNOTATION_LIMIT = 100;
const REF_ID = 'Anno';

/** Lines as marks on a board's graphs: each line's time and text. */
export const annotationSupport: AnnotationSupport<LogsQuery> = {
  QueryEditor: AnnotationEditor,
  getDefaultQuery: () => ({
    version: 1,
    show: 'lines',
    limit: ANNOTATION_LIMIT,
    selection: { levels: ['critical', 'error'] },
  }),
  prepareQuery: (annotation: AnnotationQuery<LogsQuery>) => {
    if (annotation.target === undefined) return undefined;
    const query = upgradeQuery({ ...annotation.target, refId: annotation.target.refId ?? REF_ID });
    // Only lines have a moment and a text.
    return { ...query, show: 'lines', limit: query.limit ?? ANNOTATION_LIMIT };
  },
};
