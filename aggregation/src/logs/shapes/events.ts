import type { ShapeTable } from './shapeTable.js';

/**
 * Kubernetes events, as kubernetes-event-exporter writes them: the core API's Event with the labels and annotations of
 * what it is about. `events.k8s.io/v1` has other names for the same (`regarding`, `note`, `deprecated…`).
 */
export const events: ShapeTable = {
  name: 'events',
  needs: [
    ['lastTimestamp', 'deprecatedLastTimestamp', 'eventTime', '@timestamp'],
    ['involvedObject.name', 'regarding.name'],
    ['reason'],
    ['message', 'note'],
  ],
  roles: {
    time: [
      'lastTimestamp',
      'deprecatedLastTimestamp',
      '@timestamp',
      'eventTime',
      'firstTimestamp',
      'metadata.creationTimestamp',
    ],
    message: ['message', 'note'],
    namespace: ['involvedObject.namespace', 'regarding.namespace', 'metadata.namespace'],
    pod: ['involvedObject.name', 'regarding.name'],
    podUid: ['involvedObject.uid', 'regarding.uid'],
    node: ['source.host', 'deprecatedSource.host', 'reportingInstance'],
    level: ['gpuscope.level', 'type'],
    app: ['gpuscope.app'],
    user: ['gpuscope.user'],
  },
  heading: 'reason',
  podLabels: [
    { base: 'involvedObject.labels', spelling: 'dotted' },
    { base: 'regarding.labels', spelling: 'dotted' },
  ],
  podAnnotations: [
    { base: 'involvedObject.annotations', spelling: 'dotted' },
    { base: 'regarding.annotations', spelling: 'dotted' },
  ],
};
