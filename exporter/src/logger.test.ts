import { createLogger } from './logger.js';
import { logCatcher } from './testing/fakes.js';

describe('createLogger', () => {
  it('writes one JSON object a line, with words for levels and a time', () => {
    const sink = logCatcher();
    createLogger('info', sink).warn({ source: 'dcgm' }, 'away');
    expect(sink.lines).toHaveLength(1);
    const { level, msg, source, time, pid } = sink.lines[0] ?? {};
    expect({ level, msg, source, pid }).toEqual({ level: 'warn', msg: 'away', source: 'dcgm' });
    expect(Number.isNaN(Date.parse(String(time)))).toBe(false);
  });

  it('leaves out what is below the level', () => {
    const sink = logCatcher();
    const logger = createLogger('error', sink);
    logger.info('no');
    logger.error('yes');
    expect(sink.lines.map(({ msg }) => msg)).toEqual(['yes']);
  });
});
