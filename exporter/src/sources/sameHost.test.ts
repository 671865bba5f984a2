import { isSameHost } from './sameHost.js';

describe('isSameHost', () => {
  it.each([
    ['gpu-1', 'gpu-1', true],
    ['GPU-1', 'gpu-1', true],
    ['gpu-1', 'gpu-1.idc.example.com', true],
    ['gpu-1.idc.example.com', 'gpu-1', true],
    ['gpu-1', 'gpu-10', false],
    ['gpu-1', 'gpu-10.idc.example.com', false],
    ['gpu-1.a.example.com', 'gpu-1.b.example.com', false],
    ['gpu-1', '', false],
    ['', '', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(isSameHost(one, other)).toBe(same);
    expect(isSameHost(other, one)).toBe(same);
  });
});
