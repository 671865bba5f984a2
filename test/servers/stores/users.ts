import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Security of an Elasticsearch by its file realm: users and roles are files, so that nothing must be called first. */
export interface StoreSecurity {
  readonly users: Readonly<Record<string, StoreUser>>;
  /** Role → its description as roles.yml holds it. */
  readonly roles?: Readonly<Record<string, unknown>>;
}

export interface StoreUser {
  readonly password: string;
  readonly roles: readonly string[];
}

/** Elasticsearch's own writing of a PBKDF2 hash; few rounds, for these passwords guard nothing. */
function hashed(password: string): string {
  const rounds = 10_000;
  const salt = randomBytes(32);
  const hash = pbkdf2Sync(password, salt, rounds, 32, 'sha512');
  return `{PBKDF2}${rounds}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** Writes users, users_roles and roles.yml into a configuration folder. */
export async function writeUsers(folder: string, security: StoreSecurity): Promise<void> {
  const users = Object.entries(security.users);
  const roles = new Set(users.flatMap(([, user]) => user.roles));
  const lines = [...roles].map((role) => {
    const names = users.filter(([, user]) => user.roles.includes(role)).map(([name]) => name);
    return `${role}:${names.join(',')}\n`;
  });
  const passwords = users.map(([name, user]) => `${name}:${hashed(user.password)}\n`);
  await writeFile(join(folder, 'users'), passwords.join(''));
  await writeFile(join(folder, 'users_roles'), lines.join(''));
  await writeFile(join(folder, 'roles.yml'), JSON.stringify(security.roles ?? {}));
}
