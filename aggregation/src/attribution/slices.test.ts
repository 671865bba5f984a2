import { comparableProfile, computeSlices, profileOfResource, sliceRatio } from './slices.js';
import { H100 } from './testing.js';

describe('computeSlices', () => {
  it.each([
    ['1g.10gb', 1],
    ['7g.80gb', 7],
    ['1g.10gb+me', 1],
    ['1g.24gb+me.all', 1],
    ['1c.3g.40gb', 3],
    ['', undefined],
    ['unknown', undefined],
    ['10gb', undefined],
  ])('reads %p as %p', (profile, slices) => {
    expect(computeSlices(profile)).toBe(slices);
  });
});

describe('sliceRatio', () => {
  it.each([
    [H100, '3g.40gb', 3 / 7],
    ['NVIDIA A100-SXM4-40GB', '7g.40gb', 1],
    ['NVIDIA A30', '2g.12gb', 0.5],
    ['NVIDIA A30X', '4g.24gb', 1],
    ['NVIDIA RTX PRO 6000 Blackwell Server Edition', '1g.24gb', 0.25],
    ['NVIDIA RTX PRO 5000 Blackwell', '1g.24gb', 0.5],
    ['NVIDIA A300', '2g.12gb', 2 / 7],
  ])('%s %s is %d of the board', (model, profile, ratio) => {
    expect(sliceRatio(model, profile)).toBeCloseTo(ratio, 12);
  });

  it('is never more than the board, and undefined where the profile tells none', () => {
    expect(sliceRatio('NVIDIA A30', '7g.80gb')).toBe(1);
    expect(sliceRatio(H100, '')).toBeUndefined();
  });
});

describe('profileOfResource', () => {
  it.each([
    ['nvidia.com/mig-1g.10gb', '1g.10gb'],
    ['nvidia.com/mig-1g.10gb.shared', '1g.10gb'],
    ['nvidia.com/mig-1g.10gb.me', '1g.10gb.me'],
    ['nvidia.com/mig-1g.10gb.me.shared', '1g.10gb.me'],
    ['nvidia.com/gpu', undefined],
    ['nvidia.com/gpu.shared', undefined],
  ])('reads %s as %p', (resource, profile) => {
    expect(profileOfResource(resource)).toBe(profile);
  });

  it('names a profile as comparableProfile spells the device’s', () => {
    expect(profileOfResource('nvidia.com/mig-1g.10gb.me')).toBe(comparableProfile('1g.10gb+me'));
  });
});
