import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PodDirectory } from '../ports.js';
import { until } from '../testing/apiServer.js';
import { createFilePods } from './file.js';

const text = (...names: readonly string[]): string =>
  JSON.stringify({
    kind: 'List',
    items: [
      ...names.map((name) => ({
        kind: 'Pod',
        metadata: { name, namespace: 'n', uid: name },
        status: { containerStatuses: [{ name: 'main', containerID: `docker://id-${name}` }] },
        spec: { containers: [{ resources: { limits: { 'nvidia.com/gpu': '1', gpu: '3' } } }] },
      })),
      { kind: 'Namespace', metadata: { name: 'n', labels: { team: 'red' } } },
      { kind: 'Node', metadata: { name: 'gpu-1', labels: { rack: 'r7' } } },
      { kind: 'Node', metadata: { name: 'gpu-2', labels: { rack: 'r8' } } },
    ],
  });

describe('pods from a file', () => {
  let dir: string;
  let path: string;
  let directory: PodDirectory;
  const errors: string[] = [];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pods-'));
    path = join(dir, 'pods.json');
    errors.length = 0;
    directory = createFilePods({
      path,
      node: 'gpu-1',
      pollMs: 10,
      isGpuResource: (name) => name === 'gpu',
      forProcesses: true,
      onError: ({ code, message }) => errors.push(`${code} ${message}`),
    });
  });
  afterEach(async () => {
    await directory.close();
    await rm(dir, { recursive: true });
  });
  const names = (): string[] => [...directory.pods()].map(({ name }) => name).sort();
  const replace = async (content: string): Promise<void> => {
    await writeFile(`${path}.new`, content);
    await rename(`${path}.new`, path);
  };

  it('names pods, namespaces and this node', async () => {
    await writeFile(path, text('a'));
    directory.start();
    await until(() => directory.status().synced);
    expect(directory.pod('n', 'a')?.requests).toEqual(
      new Map([
        ['nvidia.com/gpu', 1],
        ['gpu', 3],
      ]),
    );
    expect(directory.podByUid('a')?.containers).toEqual(new Map([['id-a', 'main']]));
    expect(directory.namespace('n')?.labels.get('team')).toBe('red');
    expect(directory.nodeLabels().get('rack')).toBe('r7');
    expect(directory.status()).toMatchObject({ pods: 1, namespaces: 1, restarts: 0, error: '' });
  });

  it('reads a file that is replaced, and one that comes late', async () => {
    directory.start();
    await until(() => errors.length > 0);
    expect(errors[0]).toContain(`PODS_FILE_INVALID ${path}: cannot be read (ENOENT)`);
    expect(directory.status().synced).toBe(false);
    await replace(text('a', 'b'));
    await until(() => names().join() === 'a,b');
    await replace(text('c'));
    await until(() => names().join() === 'c');
    expect(directory.pod('n', 'a')?.name).toBe('a');
    expect(directory.status().error).toBe('');
  });

  it('keeps the last good content while the file is broken, and says so once', async () => {
    await writeFile(path, text('a'));
    directory.start();
    await until(() => directory.status().synced);
    await replace('{"kind":"List","items":[');
    await until(() => directory.status().error !== '');
    const { lastEventMs } = directory.status();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(names()).toEqual(['a']);
    expect(directory.status()).toMatchObject({ synced: true, lastEventMs });
    expect(errors).toHaveLength(1);
    await rm(path);
    await until(() => errors.length === 2);
    expect(names()).toEqual(['a']);
    await replace(text('b'));
    await until(() => names().join() === 'b');
  });

  it('tells what it left out of a good list', async () => {
    await writeFile(path, `${text('a')}{"kind":"Pod"}`);
    directory.start();
    await until(() => directory.status().synced);
    expect(names()).toEqual(['a']);
    expect(directory.status().error).toContain('left out: object 5 is a Pod without metadata.name');
  });
});
