import { containerIds } from './containerIds.js';
import { createIntern } from './intern.js';

const ID = 'a'.repeat(64);
const status = (list: string, ...statuses: readonly unknown[]) => ({ [list]: statuses });
const read = (found: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(containerIds(found, createIntern()));

describe('containerIds', () => {
  it.each(['containerd', 'cri-o', 'docker', 'rkt+x'])('takes the prefix %s:// away', (runtime) => {
    expect(
      read(status('containerStatuses', { name: 'main', containerID: `${runtime}://${ID}` })),
    ).toEqual({ [ID]: 'main' });
  });

  it('reads init containers, sidecars among them, and those of kubectl debug', () => {
    const found = {
      ...status('initContainerStatuses', { name: 'init', containerID: 'containerd://1' }),
      ...status('containerStatuses', { name: 'main', containerID: 'containerd://2' }),
      ...status('ephemeralContainerStatuses', { name: 'debug', containerID: 'containerd://3' }),
    };
    expect(read(found)).toEqual({ 1: 'init', 2: 'main', 3: 'debug' });
  });

  it('still knows a container from before its restart', () => {
    const lastState = { terminated: { containerID: 'containerd://1', exitCode: 1 } };
    expect(
      read(status('containerStatuses', { name: 'a', containerID: 'containerd://2', lastState })),
    ).toEqual({ 1: 'a', 2: 'a' });
  });

  it('leaves out containers that have not been made, and what is no status', () => {
    const found = status('containerStatuses', { name: 'a' }, { name: 'b', containerID: '' }, 7, {
      containerID: 'containerd://9',
    });
    expect(read(found)).toEqual({});
    expect(read({ containerStatuses: 'none' })).toEqual({});
  });
});
