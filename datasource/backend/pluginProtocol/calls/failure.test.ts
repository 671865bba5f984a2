import { status } from '@grpc/grpc-js';
import { ERROR_ORIGINS, GpuscopeError, type ErrorCode } from '@gpuscope/aggregation';
import { memoryLog } from '../../testing/memoryLog.js';
import { decoded } from '../testing/grafana.js';
import { failureOf, knownError, sourceOf } from './failure.js';

const codes = Object.keys(ERROR_ORIGINS) as ErrorCode[];

describe('failureOf', () => {
  it.each(codes)('tells Grafana of %s: its code, its words, and whose fault it is', (code) => {
    const failure = failureOf(new GpuscopeError(code, 'the index 日志-* is missing'));
    expect(failure.details).toBe(`${code}: the index 日志-* is missing`);
    expect(failure.code).toBe(code === 'CANCELLED' ? status.CANCELLED : status.UNKNOWN);
    const [rich = ''] = failure.metadata?.get('grpc-status-details-bin') ?? [];
    expect(decoded('Status', Buffer.from(rich))).toMatchObject({
      code: failure.code,
      message: failure.details,
    });
  });
});

describe('sourceOf', () => {
  it('is the plugin for our own faults only', () => {
    const ours = codes.filter((code) => sourceOf(new GpuscopeError(code, '')) === 'plugin');
    expect(ours).toEqual(codes.filter((code) => ERROR_ORIGINS[code] === 'internal'));
    expect(ours).not.toEqual([]);
  });
});

describe('knownError', () => {
  it('leaves what is known as it is, and logs nothing', () => {
    const log = memoryLog();
    const error = new GpuscopeError('STORE_TIMEOUT', 'slow');
    expect(knownError(error, 'QueryData', log)).toBe(error);
    expect(log.lines).toEqual([]);
  });

  it.each([
    ['an error', new RangeError('password=abc'), 'RangeError: password=abc'],
    ['a text', 'password=abc', 'password=abc'],
    ['nothing', undefined, 'undefined'],
  ])('hides the words of %s, and logs them with the call', (_what, thrown, words) => {
    const log = memoryLog();
    const error = knownError(thrown, 'CallResource', log);
    expect(error.code).toBe('INTERNAL');
    expect(error.message).not.toContain('abc');
    expect(error.cause).toBeUndefined();
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toContain('CallResource');
    expect(log.lines[0]).toContain(words);
  });
});
