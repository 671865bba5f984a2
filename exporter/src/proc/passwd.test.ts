import { parseGroup, parsePasswd } from './passwd.js';

describe('parsePasswd', () => {
  it('reads names and primary groups by id', () => {
    const users = parsePasswd(
      'root:x:0:0:root:/root:/bin/bash\nli.wei:x:100200:5000:Li Wei, R&D:/home/li.wei:/bin/zsh\n',
    );
    expect([...users]).toEqual([
      [0, { name: 'root', gid: 0 }],
      [100200, { name: 'li.wei', gid: 5000 }],
    ]);
  });

  it('takes the first of several names for an id, as the system does', () => {
    expect(parsePasswd('a:x:7:7::/:\nb:x:7:8::/:\n').get(7)).toEqual({ name: 'a', gid: 7 });
  });

  it.each([
    ['NIS’s lines', '+::0:0:::\n+@admins:x:1:1::\n-evil:x:2:2::'],
    ['comments', '# root:x:0:0::'],
    ['no name', ':x:5:5::'],
    ['ids that are none', 'a:x:-1:5::\nb:x:0x10:5::\nc:x::5::\nd:x:1e3:5::'],
    ['a group that is none', 'a:x:5:wheel::'],
    ['a line too short', 'a:x:5'],
    ['a name too long', `${'n'.repeat(300)}:x:5:5::`],
    ['nothing', ''],
  ])('passes over %s', (_, text) => {
    expect(parsePasswd(text).size).toBe(0);
  });

  it('keeps names of other scripts and odd characters as they are: rules clean them', () => {
    expect(parsePasswd('李伟:x:5:5::\nCORP\\li wei:x:6:5::').get(5)?.name).toBe('李伟');
    expect(parsePasswd('CORP\\li wei:x:6:5::').get(6)?.name).toBe('CORP\\li wei');
  });
});

describe('parseGroup', () => {
  it('reads names by id, whatever the members', () => {
    const members = Array.from({ length: 10_000 }, (_, i) => `user${i}`).join(',');
    const groups = parseGroup(`wheel:x:10:${members}\nresearch:*:5000:\n`);
    expect([...groups]).toEqual([
      [10, 'wheel'],
      [5000, 'research'],
    ]);
  });
});
