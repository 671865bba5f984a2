import { sourcePaths } from './sourcePaths.js';
import { layoutFor } from './testing.js';

const LAYOUT = layoutFor([
  {
    '@timestamp': '2026-11-21T08:00:00Z',
    log: 'x',
    stream: 'stdout',
    kubernetes: {
      pod_name: 'p',
      namespace_name: 'n',
      container_name: 'c',
      pod_id: 'u',
      host: 'h',
      container_image: 'i',
      labels: { 'app.kubernetes.io/name': 'a' },
      annotations: { note: 'b' },
    },
  },
]);

describe('sourcePaths', () => {
  it('names what records are made of, and nothing else', () => {
    expect([...sourcePaths(LAYOUT, [])].sort()).toEqual([
      '@timestamp',
      'kubernetes.container_name',
      'kubernetes.host',
      'kubernetes.namespace_name',
      'kubernetes.pod_name',
      'log',
      'stream',
    ]);
  });

  it('names the columns that are asked for, by their own paths', () => {
    const columns = [
      'podUid',
      'label.app.kubernetes.io/name',
      'annotation.note',
      'kubernetes.container_image',
      'pod',
      'offset',
    ];
    const added = sourcePaths(LAYOUT, columns).filter(
      (path) => !sourcePaths(LAYOUT, []).includes(path),
    );
    expect(added).toEqual([
      'kubernetes.pod_id',
      'kubernetes.labels.app.kubernetes.io/name',
      'kubernetes.annotations.note',
      'kubernetes.container_image',
    ]);
  });

  it('names what a merged line may have left', () => {
    const merged = layoutFor([
      {
        '@timestamp': '2026-11-21T08:00:00Z',
        log: 'x',
        kubernetes: { pod_name: 'p' },
        level: 'info',
        user: { id: 5 },
      },
    ]);
    expect(sourcePaths(merged, [])).toEqual(expect.arrayContaining(['level', 'user', 'log']));
  });

  it('names KubeSphere’s second time', () => {
    const source = {
      '@timestamp': '2026-11-21T08:00:00Z',
      log: 'x',
      kubernetes: { pod_name: 'p' },
    };
    expect(sourcePaths(layoutFor([source], 'ks-logstash-log-1'), [])).toContain('time');
  });
});
