import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from './version.js';

const read = (path: string): unknown => JSON.parse(readFileSync(join(__dirname, path), 'utf8'));

describe('VERSION', () => {
  it('is that of the package and of the plugin', () => {
    expect(read('../package.json')).toMatchObject({ version: VERSION });
    expect(read('../src/plugin.json')).toMatchObject({ info: { version: VERSION } });
  });
});
