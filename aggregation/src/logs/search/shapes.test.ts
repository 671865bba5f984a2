import type { GpuscopeError } from '../../errors.js';
import { DEFAULT_IDENTITY } from '../../identity/index.js';
import { layoutsOf } from '../layouts/index.js';
import type { Mapping } from '../layouts/testing.js';
import { capsOf } from '../layouts/testing.js';
import type { Selection } from '../question.js';
import type { SearchPlan } from '../searchPlan.js';
import { unanswered, whoOf } from '../who/index.js';
import { countsSearch } from './counts.js';
import { fieldsOf } from './fields.js';
import { linesSearch } from './lines.js';
import { filterOf } from './testing/aggregate.js';
import { sketchPlan } from './testing/plans.js';

const cluster = { kind: 'only', cluster: 'idc1' } as const;

/** Mappings as shippers and the stores' default templates make them. */
const MAPPINGS: Readonly<Record<string, Mapping>> = {
  'logstash-2026.11.21': {
    '@timestamp': 'date',
    log: 'text',
    'kubernetes.pod_name': 'text',
    'kubernetes.pod_name.keyword': 'keyword',
    'kubernetes.namespace_name': 'text',
    'kubernetes.namespace_name.keyword': 'keyword',
    'kubernetes.container_name': 'text',
    'kubernetes.container_name.keyword': 'keyword',
    'kubernetes.host': 'text',
    'kubernetes.host.keyword': 'keyword',
    'kubernetes.labels.app': 'text',
    'kubernetes.labels.app.keyword': 'keyword',
  },
  'filebeat-8.19.0': {
    '@timestamp': 'date',
    message: 'match_only_text',
    'log.level': 'keyword',
    'log.offset': 'long',
    'kubernetes.pod.name': 'keyword',
    'kubernetes.namespace': 'keyword',
    'kubernetes.container.name': 'keyword',
    'kubernetes.node.name': 'keyword',
    'kubernetes.labels.app_kubernetes_io/name': 'keyword',
    'host.name': 'keyword',
  },
  'logs-generic.otel-default': {
    '@timestamp': 'date_nanos',
    'body.text': 'match_only_text',
    severity_text: 'keyword',
    severity_number: 'long',
    'resource.attributes.k8s.pod.name': 'keyword',
    'resource.attributes.k8s.namespace.name': 'keyword',
    'resource.attributes.k8s.container.name': 'keyword',
    'resource.attributes.k8s.node.name': 'keyword',
  },
  'journal-2026': {
    '@timestamp': 'date',
    MESSAGE: 'text',
    _HOSTNAME: 'keyword',
    _SYSTEMD_UNIT: 'keyword',
    PRIORITY: 'keyword',
  },
};

function planOf(names: readonly string[], selection: Selection = {}): SearchPlan {
  const mappings = Object.fromEntries(names.map((name) => [name, MAPPINGS[name] ?? {}]));
  const { layouts } = layoutsOf(capsOf(mappings), { shape: 'auto', cluster });
  return { ...sketchPlan({ cluster, selection }, ...layouts), indices: names };
}

/** What is asked of one index, as text. */
const asked = (name: string, selection: Selection) => {
  const question = { show: 'lines', selection, direction: 'newest', limit: 10 } as const;
  return JSON.stringify(filterOf(linesSearch(planOf([name], selection), question))[2]);
};

describe('the fields of real shapes', () => {
  it.each([
    ['logstash-2026.11.21', 'kubernetes.pod_name.keyword', 'kubernetes.namespace_name.keyword'],
    ['filebeat-8.19.0', 'kubernetes.pod.name', 'kubernetes.namespace'],
    [
      'logs-generic.otel-default',
      'resource.attributes.k8s.pod.name',
      'resource.attributes.k8s.namespace.name',
    ],
  ])(
    'of %s hold whole texts: pods and namespaces are terms, never words',
    (name, pod, namespace) => {
      expect(asked(name, { pods: ['web-0'] })).toContain(
        JSON.stringify({ term: { [pod]: 'web-0' } }),
      );
      expect(asked(name, { namespaces: ['a', 'b'] })).toContain(
        JSON.stringify({ terms: { [namespace]: ['a', 'b'] } }),
      );
    },
  );

  it('of machines are host and unit', () => {
    const found = asked('journal-2026', { hosts: ['vm-1'], units: ['ssh.service'] });
    expect(found).toContain(JSON.stringify({ term: { _HOSTNAME: 'vm-1' } }));
    expect(found).toContain(JSON.stringify({ term: { _SYSTEMD_UNIT: 'ssh.service' } }));
    expect(asked('journal-2026', { pods: ['web-0'] })).toContain('match_none');
  });

  it('spell labels as their shipper does', () => {
    const filters = [{ name: 'label.app.kubernetes.io/name', op: '=', values: ['shop'] }] as const;
    expect(asked('filebeat-8.19.0', { filters })).toContain(
      'kubernetes.labels.app_kubernetes_io/name',
    );
    expect(
      asked('logstash-2026.11.21', { filters: [{ name: 'label.app', op: '=', values: ['x'] }] }),
    ).toContain('kubernetes.labels.app.keyword');
  });

  it('together are asked index by index', () => {
    const plan = planOf(['logstash-2026.11.21', 'filebeat-8.19.0'], { pods: ['web-0'] });
    const body = linesSearch(plan, {
      show: 'lines',
      selection: {},
      direction: 'newest',
      limit: 10,
    });
    const text = JSON.stringify(filterOf(body)[2]);
    for (const index of ['logstash-2026.11.21', 'filebeat-8.19.0']) {
      expect(text).toContain(JSON.stringify({ term: { _index: index } }));
    }
  });

  it('sort by nanoseconds where one of them keeps these, by offset where one has it', () => {
    const plan = planOf(['filebeat-8.19.0', 'logs-generic.otel-default']);
    const { sort } = linesSearch(plan, {
      show: 'lines',
      selection: {},
      direction: 'oldest',
      limit: 1,
    });
    expect(sort).toMatchObject([
      { '@timestamp': { numeric_type: 'date_nanos', format: 'strict_date_optional_time_nanos' } },
      { 'log.offset': { order: 'asc' } },
      { _seq_no: { order: 'asc' } },
    ]);
  });
});

describe('who can be told from real shapes by the default rules', () => {
  const naming = { rules: DEFAULT_IDENTITY, hosts: new Map() };

  it.each(['logstash-2026.11.21', 'filebeat-8.19.0'])(
    "apps of %s, from labels and pods' names",
    (name) => {
      const [branch] = planOf([name]).branches;
      if (branch === undefined) throw new Error('a layout');
      const who = whoOf(branch.layout, { ...naming, selection: { apps: ['web'] } });
      expect(JSON.stringify(who)).toContain('"web"');
    },
  );

  it("users of namespaces' annotations only by the metrics: what is missing is said", () => {
    const [branch] = planOf(['filebeat-8.19.0']).branches;
    if (branch === undefined) throw new Error('a layout');
    const options = { ...naming, selection: { users: ['ann'] } };
    expect(unanswered(branch.layout, options).map(({ name, value }) => [name, value])).toEqual([
      ['user', 'ann'],
    ]);
    expect(() => whoOf(branch.layout, options)).toThrow(/user "ann".*annotation/);
  });
});

describe('counts on real shapes', () => {
  it('by level need a level field', () => {
    const question = { show: 'counts', selection: {}, by: ['level'], top: 5 } as const;
    try {
      countsSearch(planOf(['logstash-2026.11.21']), question);
      throw new Error('nothing was refused');
    } catch (error) {
      expect((error as GpuscopeError).code).toBe('FIELD_NOT_EXACT');
    }
    const text = JSON.stringify(countsSearch(planOf(['filebeat-8.19.0']), question));
    expect(text).toContain('log.level');
  });

  it('name what lines can be counted by', () => {
    const names = Object.keys(MAPPINGS);
    const mappings = capsOf(MAPPINGS);
    const { layouts } = layoutsOf(mappings, { shape: 'auto', cluster });
    const fields = fieldsOf(layouts, mappings);
    expect(names).toHaveLength(4);
    expect(fields).toEqual(
      expect.arrayContaining(['namespace', 'pod', 'host', 'unit', 'level', 'label.app']),
    );
    expect(fields).not.toContain('time');
    expect(fields).not.toContain('message');
  });
});
