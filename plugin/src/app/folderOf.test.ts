import { folderOf } from './folderOf.js';

describe('folderOf', () => {
  it('leaves out the file, whatever follows it', () => {
    expect(folderOf('https://g.example/sub/public/plugins/x/module.js?_cache=1/2')).toBe(
      'https://g.example/sub/public/plugins/x/',
    );
    expect(folderOf('public/plugins/x/module.js#a/b')).toBe('public/plugins/x/');
  });

  it('knows none where the loader tells no address', () => {
    expect(folderOf(undefined)).toBeUndefined();
    expect(folderOf('module.js')).toBeUndefined();
  });
});
