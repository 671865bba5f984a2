import type { Json } from '../kubernetes/json.js';
import { listOf, objectOf, textOf } from '../kubernetes/json.js';
import type { Intern } from './intern.js';

const LISTS = ['initContainerStatuses', 'containerStatuses', 'ephemeralContainerStatuses'] as const;

/** Container id, without the runtime's name before `://`, to the container's name; of containers that have been made. */
export function containerIds(status: Json, intern: Intern): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of LISTS.flatMap((list) => listOf(status[list])).map(objectOf)) {
    const id = textOf(one['containerID']).replace(/^[\w.+-]+:\/\//, '');
    const name = textOf(one['name']);
    if (id !== '' && name !== '') found.set(id, intern(name));
  }
  return found;
}
