import { execFile } from 'node:child_process';

/** Asks the system's own name service: any source that /etc/nsswitch.conf names (files, LDAP, SSSD, …). */
export type Getent = (database: 'passwd' | 'group', id: number) => Promise<string>;

/** A directory server that does not answer would hold it up for minutes. */
const TIMEOUT_MS = 5_000;

/** A group's line names all its members. */
const MOST_BYTES = 4 * 1024 * 1024;

/** getent's own exit status for a key that no source knows. */
const NOT_FOUND = 2;

/**
 * Entries as the program `getent` prints them; empty for an id that no source knows.
 * @throws where getent is missing, fails or takes too long
 */
export const getent: Getent = (database, id) =>
  new Promise((resolve, reject) => {
    const options = {
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL' as const,
      maxBuffer: MOST_BYTES,
      encoding: 'utf8' as const,
    };
    execFile('getent', [database, String(id)], options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (error.code === NOT_FOUND) resolve('');
      else reject(new Error(`getent ${database} ${id}: ${error.message}`, { cause: error }));
    });
  });
