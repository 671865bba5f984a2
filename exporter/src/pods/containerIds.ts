import type { Json } from '../kubernetes/json.js';
import { listOf, objectOf, textOf } from '../kubernetes/json.js';
import type { Intern } from './intern.js';

const LISTS = ['initContainerStatuses', 'containerStatuses', 'ephemeralContainerStatuses'] as const;

const idOf = (state: Json): string => textOf(state['containerID']).replace(/^[\w.+-]+:\/\//, '');

/**
 * Container id, without the runtime's name before `://`, to the container's name: of containers that have been made, and
 * of those that were there before their last restart.
 */
export function containerIds(status: Json, intern: Intern): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of LISTS.flatMap((list) => listOf(status[list])).map(objectOf)) {
    const name = textOf(one['name']);
    const before = objectOf(objectOf(one['lastState'])['terminated']);
    for (const id of [idOf(before), idOf(one)]) {
      if (id !== '' && name !== '') found.set(id, intern(name));
    }
  }
  return found;
}
