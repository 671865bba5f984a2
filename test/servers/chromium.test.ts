import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, findChromium } from './chromium.js';
import { namedByDryRun } from './debian.js';

const folder = mkdtempSync(join(tmpdir(), 'gpuscope-chromium-'));
const path = process.env.PATH;
const program = join(folder, 'chromium');
beforeAll(() => {
  writeFileSync(program, '#!/bin/sh\n');
  chmodSync(program, 0o755);
});
afterEach(() => {
  process.env.PATH = path;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('findChromium', () => {
  it('takes the one that is named before the one on PATH', () => {
    process.env.PATH = '/nowhere';
    expect(findChromium({ GPUSCOPE_CHROMIUM: program })).toBe(program);
  });

  it('takes the first on PATH', () => {
    process.env.PATH = folder;
    expect(findChromium({})).toBe(program);
  });

  it('refuses a named one that is not there, by name and value', () => {
    expect(() => findChromium({ GPUSCOPE_CHROMIUM: '/nowhere/chromium' })).toThrow(
      'GPUSCOPE_CHROMIUM is /nowhere/chromium; allowed is',
    );
  });
});

describe('ensureChromium', () => {
  it('fetches nothing where the machine has one', async () => {
    process.env.PATH = folder;
    const said: string[] = [];
    expect(await ensureChromium((line) => said.push(line))).toEqual({ path: program, env: {} });
    expect(said).toEqual([]);
  });
});

describe('namedByDryRun', () => {
  it('names each package once, in its new version, whether it is new or an upgrade', () => {
    const said = [
      'NOTE: This is only a simulation!',
      'Inst libnew1 (2.0-1 Debian:12.9/oldstable [amd64])',
      'Inst libold [1.6-2.1] (1.7-1+deb12u3 Debian-Security:12/oldstable-security [amd64]) []',
      'Conf libnew1 (2.0-1 Debian:12.9/oldstable [amd64])',
    ].join('\n');
    expect(namedByDryRun(said)).toEqual(['libnew1=2.0-1', 'libold=1.7-1+deb12u3']);
  });
});
