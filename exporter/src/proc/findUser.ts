import type { Getent } from './getent.js';
import { keptFile } from './keptFile.js';
import { parseGroup, parsePasswd } from './passwd.js';

/** A user as people know him. */
export interface NamedUser {
  readonly name: string;
  /** His primary group: by name, or by number where no name is known. */
  readonly group: string;
}

/**
 * Finds a user by id; undefined for one that nobody knows.
 * @throws where the name service does not answer
 */
export type FindUser = (uid: number) => Promise<NamedUser | undefined>;

export interface FindUserOptions {
  readonly getent: Getent;
  /** Read first: no program need be started for the machine's own users. */
  readonly passwd?: string;
  readonly group?: string;
}

/** Asks the machine's own files, then its name service. */
export function createFindUser(options: FindUserOptions): FindUser {
  const { getent, passwd = '/etc/passwd', group = '/etc/group' } = options;
  const users = keptFile(passwd, parsePasswd);
  const groups = keptFile(group, parseGroup);
  const groupName = async (gid: number): Promise<string> => {
    const own = (await groups())?.get(gid);
    if (own !== undefined) return own;
    return parseGroup(await getent('group', gid)).get(gid) ?? String(gid);
  };
  return async (uid) => {
    const found = (await users())?.get(uid) ?? parsePasswd(await getent('passwd', uid)).get(uid);
    return found && { name: found.name, group: await groupName(found.gid) };
  };
}
