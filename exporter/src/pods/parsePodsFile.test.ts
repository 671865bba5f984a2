import { parsePodsFile } from './parsePodsFile.js';

const pod = (name: string, namespace = 'n'): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, uid: `uid-${name}`, labels: { app: 'synthetic' } },
  spec: {
    nodeName: 'gpu-1',
    containers: [{ resources: { requests: { 'nvidia.com/gpu': '2', cpu: '1' } } }],
  },
  status: { phase: 'Running', startTime: '2026-01-01T00:00:00Z' },
});
const namespace = (name: string): object => ({ kind: 'Namespace', metadata: { name } });
const list = (items: readonly unknown[], kind = 'List'): object => ({
  apiVersion: 'v1',
  kind,
  items,
});
const read = (...documents: readonly unknown[]) =>
  parsePodsFile(documents.map((one) => JSON.stringify(one, null, 4)).join('\n'), 'pods.json');
const names = ({ pods, namespaces }: ReturnType<typeof parsePodsFile>): readonly string[][] => [
  pods.map(({ name }) => name),
  namespaces.map(({ name }) => name),
];

describe('parsePodsFile', () => {
  it('reads what kubectl prints', () => {
    const file = parsePodsFile(JSON.stringify(list([pod('a'), namespace('n')])), 'pods.json', {
      keepRequest: (name) => name.includes('/'),
    });
    expect(file.pods).toEqual([
      {
        namespace: 'n',
        name: 'a',
        uid: 'uid-a',
        node: 'gpu-1',
        phase: 'Running',
        labels: new Map([['app', 'synthetic']]),
        annotations: new Map(),
        startSeconds: 1767225600,
        requests: new Map([['nvidia.com/gpu', 2]]),
      },
    ]);
    expect(file.problems).toEqual([]);
  });

  it.each([
    ['a List', [list([pod('a'), namespace('x')])], [['a'], ['x']]],
    ['an empty List', [list([])], [[], []]],
    [
      'a PodList of items without a kind',
      [list([{ ...pod('a'), kind: undefined }], 'PodList')],
      [['a'], []],
    ],
    ['a PodList with null for none', [{ kind: 'PodList', items: null }], [[], []]],
    ['a single object', [pod('a')], [['a'], []]],
    [
      'several Lists one after another',
      [list([pod('a')]), list([namespace('x')]), pod('b')],
      [['a', 'b'], ['x']],
    ],
    [
      'other kinds among them',
      [list([{ kind: 'Service', metadata: { name: 's' } }, pod('a')])],
      [['a'], []],
    ],
  ])('reads %s', (_, documents, expected) => {
    expect(names(read(...documents))).toEqual(expected);
  });

  it('reads JSON lines, and a byte order mark', () => {
    const lines = `\uFEFF${JSON.stringify(pod('a'))}\n${JSON.stringify(pod('b'))}\n`;
    expect(names(parsePodsFile(lines, 'pods.json'))).toEqual([['a', 'b'], []]);
  });

  it('leaves out what has no name, says so, and keeps the rest', () => {
    const file = read(list([pod('a'), { kind: 'Pod', metadata: {} }, 'x', pod('b')]));
    expect(names(file)).toEqual([['a', 'b'], []]);
    expect(file.problems).toEqual([
      'object 2 is a Pod without metadata.name and metadata.namespace',
      'object 3 is "x" without a kind',
    ]);
  });

  it.each([
    ['nothing', '', 'is empty'],
    ['blanks', ' \n\t', 'is empty'],
    ['YAML', 'apiVersion: v1\nitems:\n- kind: Pod\n', 'looks like YAML'],
    ['UTF-16', '\0{\0}\0', 'is not UTF-8 text'],
    ['words', 'No resources found', 'stands "No resources found"'],
    ['half a list', '{"kind":"List","items":[{"kind":"Pod","met', 'ends inside the object'],
    ['a bare list', '[{"kind":"Pod"}]', 'holds a list of 1'],
    ['an object of no kind', '{"pods":[],"x":1}', 'without a kind (its fields: pods, x)'],
    ['items that are no list', '{"kind":"List","items":{}}', 'its List has an object as items'],
    [
      'other kinds only',
      '{"kind":"List","items":[{"kind":"Service"},{"kind":"Node2"}]}',
      'but Service, Node2',
    ],
    ['a Status', '{"kind":"Status","code":403}', 'but Status'],
    [
      'nameless pods only',
      '{"kind":"List","items":[{"kind":"Pod"}]}',
      'is a Pod without metadata.name',
    ],
  ])('refuses %s: says the file, what it found and what is allowed', (_, text, words) => {
    const parse = (): unknown => parsePodsFile(text, '/etc/gpuscope/pods.json');
    expect(parse).toThrow(words);
    expect(parse).toThrow('/etc/gpuscope/pods.json: ');
    expect(parse).toThrow('allowed is what `kubectl get pods,ns -A -o json` prints');
  });
});
