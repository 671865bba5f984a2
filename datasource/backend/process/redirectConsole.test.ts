import { memoryLog } from '../testing/memoryLog.js';
import { redirectConsole } from './redirectConsole.js';

describe('redirectConsole', () => {
  it('sends what packages write to the console into the log, at its level', () => {
    const log = memoryLog();
    const fake = { ...console };
    redirectConsole(fake, log);
    fake.log('a %s', 'b', { c: 1 });
    fake.info('i');
    fake.debug('d');
    fake.warn('w');
    fake.error(new Error('broken').message, 5);
    expect(log.lines).toEqual([
      'info a b { c: 1 } {}',
      'info i {}',
      'info d {}',
      'warn w {}',
      'error broken 5 {}',
    ]);
  });
});
