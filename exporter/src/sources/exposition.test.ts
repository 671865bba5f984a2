import type { ExpositionProblem } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { readExposition } from './exposition.js';

const TYPE = 'text/plain; version=0.0.4';
const OPENMETRICS = 'application/openmetrics-text; version=1.0.0';

function read(text: string, contentType = TYPE) {
  const problems: ExpositionProblem[] = [];
  const exposition = readExposition('http://gpu-1:9400/metrics', contentType, text, (found) =>
    problems.push(...found),
  );
  return { exposition, problems };
}

function failure(text: string, contentType = TYPE): GpuscopeError {
  try {
    read(text, contentType);
  } catch (error) {
    if (error instanceof GpuscopeError) return error;
  }
  throw new Error('expected a GpuscopeError');
}

describe('readExposition', () => {
  it('keeps the good lines and tells of the bad ones', () => {
    const { exposition, problems } = read('good 1\nbad{ 2\ngood_too 3\n');
    expect(exposition.samples.map(({ name }) => name)).toEqual(['good', 'good_too']);
    expect(problems.map(({ line }) => line)).toEqual([2]);
  });

  it('says nothing when every line is good', () => {
    expect(read('good 1\n').problems).toEqual([]);
  });

  it.each([
    ['by its type', 'text/html; charset=utf-8', 'good 1\n'],
    ['by its beginning', TYPE, '<!DOCTYPE html><html><body>Sign in</body></html>\n'],
    ['by its tag', '', '\n <html><head/></html>\n'],
  ])('refuses a web page, known %s', (_, contentType, text) => {
    const error = failure(text, contentType);
    expect(error.code).toBe('SOURCE_REFUSED');
    expect(error.message).toMatch(/^http:\/\/gpu-1:9400\/metrics: .*web page/);
  });

  it.each([
    ['OpenMetrics without its end', OPENMETRICS, '# TYPE a gauge\na 1\n'],
    ['OpenMetrics cut in a line', OPENMETRICS, '# TYPE a gauge\na 1\na{x="'],
    ['text cut in a value, which may have been 38', TYPE, 'a 1\nb 3'],
  ])('refuses %s', (_, contentType, text) => {
    const error = failure(text, contentType);
    expect(error.code).toBe('SOURCE_TRUNCATED');
    expect(error.message).toContain('http://gpu-1:9400/metrics');
  });

  it('takes OpenMetrics that is whole', () => {
    expect(read('# TYPE a gauge\na 1\n# EOF\n', OPENMETRICS).exposition.samples).toHaveLength(1);
  });

  it('tells the format by the text where no type came along, as for a file', () => {
    expect(read('# TYPE a counter\na_total 1\n# EOF\n', '').exposition.format).toBe('openmetrics');
    expect(read('a 1\n', '').exposition.format).toBe('prometheus');
  });

  it('refuses an empty answer and says what that means', () => {
    const error = failure('');
    expect(error.code).toBe('SOURCE_REFUSED');
    expect(error.message).toContain('empty');
  });

  it('refuses what holds no metric, with the first reasons', () => {
    const error = failure('{"status":"error"}\n{"a":1}\n{"b":2}\n{"c":3}\n', 'application/json');
    expect(error.code).toBe('SOURCE_REFUSED');
    expect(error.message).toMatch(/line 1:\d+: /);
    expect(error.message).not.toMatch(/line 4:/);
  });
});
