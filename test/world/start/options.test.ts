import { readOptions, USAGE } from './options.js';

describe('readOptions', () => {
  it('brings up logs unless told not to', () => {
    expect(readOptions([])).toEqual({ speed: 1, logs: true, once: false, help: false });
    expect(readOptions(['--no-logs']).logs).toBe(false);
  });

  it('takes the app whose lines are shown', () => {
    expect(readOptions(['--app', 'ranker']).app).toBe('ranker');
  });

  it.each(['0', '61', 'fast'])('refuses the speed %s by name, value and range', (speed) => {
    expect(() => readOptions(['--speed', speed])).toThrow(`--speed is ${speed}; allowed is`);
  });

  it('explains every option that it takes', () => {
    for (const option of ['--dcgm', '--speed', '--once', '--app', '--no-logs', '--help']) {
      expect(USAGE).toContain(option);
    }
  });
});
