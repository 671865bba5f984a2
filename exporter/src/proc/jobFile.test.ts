import fc from 'fast-check';
import { listedDevice, parseGpustat, parseJobMapping } from './jobFile.js';

describe('parseGpustat', () => {
  it('reads job and user', () => {
    expect(parseGpustat('45916256 262563\n')).toEqual([{ job: '45916256', uid: 262_563 }]);
  });

  it('reads an account that follows, and several jobs', () => {
    expect(parseGpustat('7 1000 physics\n8 1001\n9\n')).toEqual([
      { job: '7', uid: 1000, account: 'physics' },
      { job: '8', uid: 1001 },
      { job: '9' },
    ]);
  });

  it.each(['', '\n\n', '0 0', ' \t ', '$(reboot) 1', `${'1'.repeat(65)} 5`])(
    'finds no job in %j',
    (text) => {
      expect(parseGpustat(text)).toEqual([]);
    },
  );

  it('leaves out a user that is no number', () => {
    expect(parseGpustat('7 alice')).toEqual([{ job: '7' }]);
    expect(parseGpustat('7 -1')).toEqual([{ job: '7' }]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { job } of [...parseGpustat(text), ...parseJobMapping(text)]) {
          expect(job).toMatch(/^[\w.+[\]-]{1,64}$/);
        }
      }),
    );
  });
});

describe('parseJobMapping', () => {
  it('reads ids, a line or a word each, of any batch system', () => {
    expect(parseJobMapping('5\n9876_3 9877+1\r\n12.pbs-server\n')).toEqual([
      { job: '5' },
      { job: '9876_3' },
      { job: '9877+1' },
      { job: '12.pbs-server' },
    ]);
  });
});

describe('listedDevice', () => {
  it.each([
    ['0', { by: 'index', index: 0 }],
    ['15', { by: 'index', index: 15 }],
    ['1.3', { by: 'index', index: 1, gpuInstance: 3 }],
    ['GPU-03aa20a1-2e97-d125-629d-fd4e5734553f', { by: 'uuid' }],
    ['MIG-265a219d-a49f-578a-825d-222c72699c16', { by: 'migUuid' }],
  ])('reads %s', (name, device) => {
    expect(listedDevice(name)).toMatchObject(device);
  });

  it.each(['', 'gpu0', '-1', '0.', '0.1.2', '1e3', 'README', 'GPU-', 'NoDevFiles', '0x1'])(
    'does not read %j',
    (name) => {
      expect(listedDevice(name)).toBeUndefined();
    },
  );
});
