import type { Field, Layout } from '../../layout.js';
import { messageLayout } from '../../words/testing/messageLayout.js';

const keyword = (path: string): Field => ({ path, exact: path, type: 'keyword' });

const typed = (path: string, type: string): Field => ({ path, exact: path, type });

const own: Readonly<Record<string, Field>> = {
  'http.status': typed('http.status', 'long'),
  took: typed('took', 'double'),
  ended: typed('ended', 'date'),
  client: typed('client', 'ip'),
  ok: typed('ok', 'boolean'),
  path: keyword('path'),
  tags: typed('tags', 'flattened'),
  note: { path: 'note', text: 'note', type: 'text' },
  blob: { path: 'blob', type: 'binary' },
};

/** A layout with fields of many types. */
export const queryLayout: Layout = {
  ...messageLayout(),
  roles: {
    ...messageLayout().roles,
    pod: keyword('kubernetes.pod'),
    namespace: keyword('kubernetes.namespace'),
    node: keyword('kubernetes.node'),
    host: keyword('host.name'),
    level: keyword('log.level'),
  },
  podLabel: (key) => keyword(`labels.${key}`),
  field: (name) => own[name],
};
