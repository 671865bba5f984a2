import * as fc from 'fast-check';
import { healthText, readHealth } from './health.js';

describe('what the test of the settings says', () => {
  it('is read from the details that the backend gives to administrators', () => {
    const details = {
      checks: [
        { state: 'ok', text: 'OpenSearch 2.19' },
        { state: 'warning', text: 'The clock is 40 s behind', remedy: 'Set the clock' },
        { state: 'new', text: 'Asked as reader' },
        'Asked',
        {},
      ],
    };
    const health = readHealth({ status: 'OK', message: 'Works', details });
    expect(health.isWell).toBe(true);
    expect(healthText(health).split('\n')).toEqual([
      '✓ OpenSearch 2.19',
      '! The clock is 40 s behind',
      '    → Set the clock',
      '· Asked as reader',
    ]);
  });

  it('is well or not well for everybody else', () => {
    expect(readHealth({ status: 'ERROR', message: 'Not well' })).toEqual({
      isWell: false,
      message: 'Not well',
      items: [],
    });
  });

  it('is never empty, also when the plugin is dead or dumb', () => {
    expect(readHealth(undefined)).toMatchObject({
      isWell: false,
      message: 'The plugin did not answer.',
    });
    expect(readHealth({ status: 'OK' }).message).toBe('The plugin gave no reason.');
  });
});

describe('whatever a backend answers', () => {
  it('is told without failing, and never as well when it did not say so', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (answer, checks) => {
        for (const one of [answer, { status: 'ERROR', details: { checks } }, { details: answer }]) {
          const health = readHealth(one);
          expect(health.isWell).toBe(false);
          expect(health.message).not.toBe('');
          expect(typeof healthText(health)).toBe('string');
        }
      }),
    );
  });
});
