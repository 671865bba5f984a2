import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeCacheName, storeDialect, storeKinds } from './kinds.js';
import { writeUsers } from './users.js';

describe('kinds of stores', () => {
  it('have a cache of their own each, and the version that their name says', () => {
    expect(new Set(storeKinds.map(storeCacheName)).size).toBe(storeKinds.length);
    for (const kind of storeKinds) {
      const { product, major, minor } = storeDialect(kind);
      expect(kind).toBe(`${product}-${major}.${minor}`);
    }
  });
});

describe('writeUsers', () => {
  it('writes users, who has which role, and what roles may do, and no password as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gpuscope-users-'));
    const reader = { indices: [{ names: ['logs-*'], privileges: ['read'] }] };
    await writeUsers(folder, {
      users: {
        'synthetic-a': { password: 'hush', roles: ['reader', 'writer'] },
        'synthetic-b': { password: 'hush', roles: ['reader'] },
      },
      roles: { reader },
    });
    const read = (name: string) => readFile(join(folder, name), 'utf8');
    expect(await read('users_roles')).toBe('reader:synthetic-a,synthetic-b\nwriter:synthetic-a\n');
    expect(JSON.parse(await read('roles.yml'))).toEqual({ reader });
    const users = await read('users');
    expect(users).toMatch(/^synthetic-a:\{PBKDF2\}10000\$.+\nsynthetic-b:/);
    expect(users).not.toContain('hush');
    await rm(folder, { recursive: true });
  });
});
