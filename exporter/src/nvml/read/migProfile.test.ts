import { success } from '../library/result.js';
import { FAILURES, fakeNvml } from '../testing/nvml.js';
import { migProfile } from './migProfile.js';
import { createReading } from './reading.js';

const GPU = 1n;
const MIG = 2n;

describe('the profile by a name', () => {
  it.each([
    ['NVIDIA A100-SXM4-40GB MIG 1g.5gb', '1g.5gb'],
    ['NVIDIA H100 80GB HBM3 MIG 3g.40gb', '3g.40gb'],
    ['NVIDIA A100-SXM4-40GB MIG 1c.3g.20gb', '3g.20gb'],
    ['NVIDIA A100-SXM4-80GB MIG 1g.10gb+me', '1g.10gb+me'],
    ['NVIDIA H200 MIG 1g.18gb', '1g.18gb'],
    ['NVIDIA B200 MIG 1g.23gb-me', '1g.23gb-me'],
  ])('%s', (name, profile) => {
    const nvml = fakeNvml({ text: () => success(name) });
    expect(migProfile(nvml, createReading(), GPU, MIG)).toBe(profile);
  });
});

describe('the profile by what the instance was given', () => {
  // Made up: MiB of a board and of an instance, which gets somewhat less than its name says.
  it.each([
    ['1g.5gb', 40_960, 1, 4_864],
    ['3g.20gb', 40_960, 3, 19_968],
    ['7g.40gb', 40_960, 7, 40_192],
    ['1g.10gb', 81_920, 1, 9_728],
    ['2g.20gb', 81_920, 2, 19_968],
    ['7g.80gb', 81_920, 7, 81_152],
    ['1g.6gb', 24_576, 1, 5_952],
  ])('%s', (profile, boardMiB, gpuInstanceSlices, memoryMiB) => {
    const nvml = fakeNvml({
      text: () => success('Graphics Device'),
      attributes: () => success({ gpuInstanceSlices, computeInstanceSlices: 1, memoryMiB }),
      memory: (handle) =>
        handle === GPU
          ? success({ total: boardMiB * 1024 ** 2, free: 0, used: 0 })
          : FAILURES.unknown,
    });
    expect(migProfile(nvml, createReading(), GPU, MIG)).toBe(profile);
  });

  it('is empty where the driver tells neither', () => {
    const reading = createReading();
    expect(migProfile(fakeNvml({}), reading, GPU, MIG)).toBe('');
    expect(reading.failures).toEqual([]);
  });
});
