import fc from 'fast-check';
import { readPod } from './readPod.js';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: trainer-7d9f-abcde
  namespace: cv
  labels:
    app: trainer
    pod-template-hash: 7d9f
    version: 2
  ownerReferences:
    - kind: ReplicaSet
      name: trainer-7d9f
      controller: true
spec:
  nodeName: node-1
`;

const NAMESPACE = `kind: Namespace
metadata:
  name: cv
  labels:
    kubesphere.io/workspace: vision
`;

const subjectOf = (text: string) => {
  const read = readPod(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.subject;
};

describe('a pasted pod', () => {
  it('is read as kubectl writes it', () => {
    const { pod, namespace } = subjectOf(POD);
    expect(pod).toMatchObject({
      name: 'trainer-7d9f-abcde',
      namespace: 'cv',
      node: 'node-1',
      owner: { kind: 'ReplicaSet', name: 'trainer-7d9f' },
    });
    expect(pod.labels.get('version')).toBe('2');
    expect(namespace).toBeUndefined();
  });

  it('brings its namespace along, as a second document or in a list', () => {
    const list = `kind: List\nitems:\n${[NAMESPACE, POD]
      .map((text) => `  - ${text.trim().replaceAll('\n', '\n    ')}`)
      .join('\n')}\n`;
    for (const text of [`${POD}---\n${NAMESPACE}`, list]) {
      expect(subjectOf(text).namespace?.labels.get('kubesphere.io/workspace')).toBe('vision');
    }
  });

  it('takes no namespace but its own', () => {
    expect(subjectOf(`${POD}---\n${NAMESPACE.replace('cv', 'nlp')}`).namespace).toBeUndefined();
  });

  it('is read as JSON, too', () => {
    const json = JSON.stringify({ kind: 'Pod', metadata: { name: 'a', namespace: 'b' } });
    expect(subjectOf(json).pod).toMatchObject({ name: 'a', namespace: 'b' });
  });

  it('may be its labels alone', () => {
    expect(subjectOf('app: trainer\nray.io/cluster: x\n').pod.labels.get('app')).toBe('trainer');
  });

  it.each(['', '- 1', 'kind: Service\nmetadata: {}', 'just words'])('is not %j', (text) => {
    expect(readPod(text)).toMatchObject({ problem: expect.stringContaining('no pod') as string });
  });

  it('keeps values as they are written', () => {
    const { labels } = subjectOf('version: 1.10\nsha: 12e45\nzip: 007\nyes: true\nno: null\n').pod;
    expect(Object.fromEntries(labels)).toEqual({
      version: '1.10',
      sha: '12e45',
      zip: '007',
      yes: 'true',
      no: 'null',
    });
  });

  it('follows the owner that controls it, in YAML as in JSON, and no other', () => {
    const pod = (controller: boolean | undefined) => ({
      kind: 'Pod',
      metadata: {
        name: 'a',
        ownerReferences: [
          { kind: 'Other', name: 'x', ...(controller === undefined ? {} : { controller: false }) },
          { kind: 'Job', name: 'j', ...(controller === undefined ? {} : { controller }) },
        ],
      },
    });
    expect(subjectOf(JSON.stringify(pod(true))).pod.owner).toEqual({ kind: 'Job', name: 'j' });
    expect(subjectOf(JSON.stringify(pod(false))).pod.owner).toBeUndefined();
    expect(subjectOf(JSON.stringify(pod(undefined))).pod.owner).toBeUndefined();
  });

  it.each([
    'app: *nobody',
    'a: &a [*a, *a]\nb: *c',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh']
      .map((name, at) => `${name}: &${name} [${'*abcdefg'[at + 1]}]`)
      .join('\n')}`,
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh']
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`).join(',')}]`)
      .join('\n')}`,
  ])('is told to be none where its aliases lead nowhere or without end: %#', (text) => {
    expect(readPod(text)).toMatchObject({ problem: expect.stringMatching(/./) as string });
  });

  it('is read as it is typed, without harm, letter by letter', () => {
    const whole = `${POD}---\n${NAMESPACE}`;
    for (let end = 0; end <= whole.length; end += 1) {
      const read = readPod(whole.slice(0, end));
      expect('problem' in read ? read.problem : read.subject.kind).not.toBe('');
    }
    fc.assert(fc.property(fc.string(), (text) => expect(readPod(text)).toBeInstanceOf(Object)));
  });

  it('says where it is no YAML', () => {
    expect(readPod('a: [1')).toMatchObject({
      problem: expect.stringContaining('line 1') as string,
    });
  });
});
