import type { Field, Layout } from '../../layout.js';

/** A layout with nothing but a time and a message. */
export function messageLayout(message: Partial<Field> = {}): Layout {
  return {
    shape: 'ecs',
    roles: {
      time: { path: '@timestamp', exact: '@timestamp', type: 'date' },
      message: { path: 'message', text: 'message', type: 'text', ...message },
    },
    podLabel: () => undefined,
    podAnnotation: () => undefined,
    identity: {
      namespaceName: undefined,
      podName: undefined,
      host: undefined,
      podLabel: () => undefined,
      podAnnotation: () => undefined,
      namespaceLabel: () => undefined,
      namespaceAnnotation: () => undefined,
    },
    field: () => undefined,
  };
}
