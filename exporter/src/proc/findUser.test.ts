import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFindUser } from './findUser.js';
import type { Getent } from './getent.js';
import { getent } from './getent.js';
import { newFolder, removeFolders } from './testing.js';

afterAll(removeFolders);

/** A name service with one user and one group, which notes what it is asked. */
function directory(): { readonly asked: string[]; readonly getent: Getent } {
  const asked: string[] = [];
  const entries: Readonly<Record<string, string>> = {
    'passwd 100200': 'li.wei:*:100200:5000::/home/li.wei:/bin/bash\n',
    'group 5000': 'research:*:5000:li.wei\n',
    'passwd 100300': 'bob:*:100300:5999::/:\n',
  };
  return {
    asked,
    getent: (database, id) => {
      asked.push(`${database} ${id}`);
      return Promise.resolve(entries[`${database} ${id}`] ?? '');
    },
  };
}

function files(passwd: string, group: string): { passwd: string; group: string } {
  const folder = newFolder();
  const paths = { passwd: join(folder, 'passwd'), group: join(folder, 'group') };
  writeFileSync(paths.passwd, passwd);
  writeFileSync(paths.group, group);
  return paths;
}

const FILES = files('root:x:0:0::/root:\nalice:x:1000:100::/:\n', 'root:x:0:\nusers:x:100:\n');

describe('createFindUser', () => {
  it('finds the machine’s own users without asking anybody', async () => {
    const service = directory();
    const find = createFindUser({ ...service, ...FILES });
    expect(await find(0)).toEqual({ name: 'root', group: 'root' });
    expect(await find(1000)).toEqual({ name: 'alice', group: 'users' });
    expect(service.asked).toEqual([]);
  });

  it('asks the name service for others, and for their primary group', async () => {
    const find = createFindUser({ ...directory(), ...FILES });
    expect(await find(100200)).toEqual({ name: 'li.wei', group: 'research' });
  });

  it('gives a group without a name by its number', async () => {
    const find = createFindUser({ ...directory(), ...FILES });
    expect(await find(100300)).toEqual({ name: 'bob', group: '5999' });
  });

  it('knows when nobody knows a user', async () => {
    const find = createFindUser({ ...directory(), ...FILES });
    expect(await find(424242)).toBeUndefined();
  });

  it('does not believe an answer about somebody else', async () => {
    const lying: Getent = () => Promise.resolve('root:x:0:0::/root:\n');
    const find = createFindUser({ getent: lying, ...FILES });
    expect(await find(100200)).toBeUndefined();
  });

  it('sees users that are added while it runs', async () => {
    const own = files('root:x:0:0::/root:\n', 'root:x:0:\n');
    const find = createFindUser({ ...directory(), ...own });
    expect(await find(2000)).toBeUndefined();
    writeFileSync(own.passwd, 'new:x:2000:0::/:\n');
    utimesSync(own.passwd, 1, 1);
    expect(await find(2000)).toEqual({ name: 'new', group: 'root' });
  });

  it('does without the files', async () => {
    const find = createFindUser({ ...directory(), passwd: '/no/such', group: '/no/such' });
    expect(await find(100200)).toEqual({ name: 'li.wei', group: 'research' });
  });

  it('passes on that the name service fails', async () => {
    const dead: Getent = () => Promise.reject(new Error('no answer'));
    const find = createFindUser({ getent: dead, ...FILES });
    await expect(find(100200)).rejects.toThrow('no answer');
  });
});

describe('getent', () => {
  it('asks this machine’s own name service, and tells unknown ids from failures', async () => {
    expect(await getent('passwd', 0)).toMatch(/^root:[^:]*:0:0:/);
    expect(await getent('group', 0)).toMatch(/^\w+:[^:]*:0:/);
    expect(await getent('passwd', 4_000_000_123)).toBe('');
    await expect(getent('nonsense' as 'passwd', 0)).rejects.toThrow('getent');
  });
});
