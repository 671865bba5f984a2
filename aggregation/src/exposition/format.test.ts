import { contentTypeOf, formatOf, formatOfText } from './format.js';

describe('formatOf', () => {
  it.each([
    ['application/openmetrics-text; version=1.0.0; charset=utf-8', 'openmetrics'],
    ['Application/OpenMetrics-Text;version=0.0.1', 'openmetrics'],
    [' application/openmetrics-text ', 'openmetrics'],
    ['text/plain; version=0.0.4', 'prometheus'],
    ['text/html', 'prometheus'],
    ['text/plain; note=application/openmetrics-text', 'prometheus'],
    ['', 'prometheus'],
    [undefined, 'prometheus'],
  ])('reads %j as %s', (contentType, format) => {
    expect(formatOf(contentType)).toBe(format);
  });

  it('reads back what it announces', () => {
    expect(formatOf(contentTypeOf('openmetrics'))).toBe('openmetrics');
    expect(formatOf(contentTypeOf('prometheus'))).toBe('prometheus');
    expect(contentTypeOf('prometheus')).toMatch(/version=0\.0\.4/);
    expect(contentTypeOf('openmetrics')).toMatch(/version=1\.0\.0/);
  });
});

describe('formatOfText', () => {
  it.each([
    ['a 1\n# EOF\n', 'openmetrics'],
    ['a 1\n# EOF', 'openmetrics'],
    ['a 1\r\n# EOF\r\n', 'openmetrics'],
    ['# EOF\n', 'openmetrics'],
    ['a 1\n', 'prometheus'],
    ['a{b="# EOF"} 1\n', 'prometheus'],
    ['# HELP a # EOF\n', 'prometheus'],
    ['# EOF\na 1\n', 'prometheus'],
    ['', 'prometheus'],
  ])('takes %j for %s', (text, format) => {
    expect(formatOfText(text)).toBe(format);
  });
});
