import { ArgumentError, parseOptions } from './arguments.js';

describe('parseOptions', () => {
  it('needs a folder and nothing else', () => {
    expect(parseOptions(['--out', 'x'])).toEqual({
      out: 'x',
      seconds: 30,
      device: 0,
      anonymise: false,
      cuda: 'libcuda.so.1',
      smi: 'nvidia-smi',
    });
  });

  it('takes libraries from elsewhere and a choice of scenarios', () => {
    const args = ['--out', 'x', '--library', '/l', '--only', 'one-30,mig', '--anonymise'];
    expect(parseOptions(args)).toMatchObject({
      library: '/l',
      only: ['one-30', 'mig'],
      anonymise: true,
    });
  });

  it.each([
    [[], /--out DIR is missing/],
    [['--out', 'x', '--seconds', '9'], /--seconds is 9; .* from 10 to 90/],
    [['--out', 'x', '--seconds', '12.5'], /--seconds is 12\.5/],
    [['--out', 'x', '--device', 'first'], /--device is first; .* from 0 to 63/],
    [['--out', 'x', '--only', 'five'], /--only names five; there are one-30, /],
    [['--out', 'x', '--fast'], /--fast/],
    [['x'], /x/],
  ])('refuses %j by name', (args, message) => {
    expect(() => parseOptions(args)).toThrow(ArgumentError);
    expect(() => parseOptions(args)).toThrow(message);
  });
});
