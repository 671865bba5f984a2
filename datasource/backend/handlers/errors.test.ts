import { GpuscopeError } from '@gpuscope/aggregation';
import { memoryLog } from '../testing/memoryLog.js';
import { asGpuscopeError, queryError, statusOf, wordsOf } from './errors.js';

describe('asGpuscopeError', () => {
  it('keeps ours as they are, and logs nothing', () => {
    const log = memoryLog();
    const error = new GpuscopeError('QUERY_INVALID', 'x');
    expect(asGpuscopeError(error, log)).toBe(error);
    expect(log.lines).toEqual([]);
  });

  it('tells people nothing of what nobody foresaw, and the log all of it', () => {
    const log = memoryLog();
    const error = asGpuscopeError(new TypeError('secret of another tenant'), log);
    expect(error).toMatchObject({ code: 'INTERNAL' });
    expect(error.message).not.toContain('secret');
    expect(log.lines.join('\n')).toContain('secret of another tenant');
  });
});

describe('statusOf', () => {
  it.each([
    ['ACCESS_DENIED', 403],
    ['LIMIT_EXCEEDED', 429],
    ['STORE_TIMEOUT', 504],
    ['STORE_REFUSED', 502],
    ['QUERY_INVALID', 400],
    ['INTERNAL', 500],
  ] as const)('%s is %d', (code, status) => {
    expect(statusOf(new GpuscopeError(code, 'x'))).toBe(status);
  });
});

describe('queryError', () => {
  it('blames the plugin for its own faults only', () => {
    const of = (code: 'STORE_REFUSED' | 'INTERNAL' | 'QUERY_INVALID') =>
      queryError(new GpuscopeError(code, 'x')).source;
    expect([of('STORE_REFUSED'), of('QUERY_INVALID'), of('INTERNAL')]).toEqual([
      'downstream',
      'downstream',
      'plugin',
    ]);
  });

  it('names the code, by which the documentation can be searched', () => {
    expect(wordsOf(new GpuscopeError('FIELD_NOT_EXACT', 'map it'))).toBe('FIELD_NOT_EXACT: map it');
  });
});
