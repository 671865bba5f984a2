import { globMatch, hostEntryFor } from './hosts.js';

const entry = (tenant: string) => ({ tenant, app: '', user: '' });
const HOSTS = new Map([
  ['*', entry('everyone')],
  ['gpu-vm-*', entry('risk')],
  ['gpu-vm-?7', entry('seven')],
  ['gpu-vm-ocr-*', entry('ocr')],
  ['gpu-vm-ocr-01', entry('exact')],
  ['gpu.example.com', entry('dotted')],
]);

describe('hostEntryFor', () => {
  it.each([
    ['gpu-vm-ocr-01', 'exact'],
    ['gpu-vm-ocr-02', 'ocr'],
    ['gpu-vm-9', 'risk'],
    ['gpu-vm-17', 'seven'],
    ['gpu.example.com', 'dotted'],
    ['gpuXexample.com', 'everyone'],
    ['laptop', 'everyone'],
  ])('%s belongs to %s: exact first, then the longest glob', (host, tenant) => {
    expect(hostEntryFor(HOSTS, host)?.tenant).toBe(tenant);
  });

  it('does not depend on the order of the entries', () => {
    const turned = new Map([...HOSTS].reverse());
    for (const host of ['gpu-vm-ocr-01', 'gpu-vm-ocr-02', 'gpu-vm-17', 'laptop']) {
      expect(hostEntryFor(turned, host)).toEqual(hostEntryFor(HOSTS, host));
    }
  });

  it('knows no host where nothing fits', () => {
    expect(hostEntryFor(new Map([['gpu-*', entry('risk')]]), 'cpu-1')).toBeUndefined();
    expect(hostEntryFor(new Map(), 'gpu-1')).toBeUndefined();
  });

  it('does not take a machine named like a glob for its entry', () => {
    expect(hostEntryFor(new Map([['gpu-?x', entry('risk')]]), 'gpu-*')).toBeUndefined();
  });

  it('takes every other character as itself', () => {
    expect(globMatch('a.b*')).toBe('^(a\\.b.*)$');
    expect(new RegExp(globMatch('a(b)[c]{d}|e'), 'u').test('a(b)[c]{d}|e')).toBe(true);
  });
});
