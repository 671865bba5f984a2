import { cpuMs } from '../testing/cpuMs.js';
import { compileMatch, MATCH_INPUT_LIMIT, valueOf } from './match.js';

function reasonOf(source: string): string {
  const compiled = compileMatch(source);
  return 'reason' in compiled ? compiled.reason : '';
}

describe('compileMatch', () => {
  it.each([
    ['^([^@]+)@', 'li.wei@example.com', 'li.wei'],
    ['^team-([a-z0-9]+)-', 'team-risk-prod', 'risk'],
    ['^[^-]+-[^-]+-(.+)$', 'idc1-prod-ocr', 'ocr'],
    ['^(?:team|group)-(.*)$', 'group-cv', 'cv'],
    ['(?<who>[a-z]{2,8})$', '42-wang', 'wang'],
    ['^(.+?)(?:-raycluster-[a-z0-9]{5})?$', 'train-raycluster-x7k2p', 'train'],
    ['\\(([^()]+)\\)', 'Wang (wang)', 'wang'],
    ['^([(|)*+?{}.]+)$', '(|)', '(|)'],
    ['^(\\p{Script=Han}+)', '推理-1', '推理'],
    ['^([a-f0-9]{8})-', 'deadbeef-1', 'deadbeef'],
    ['^(?=a)(a.)', 'ab', 'ab'],
  ])('takes the capture of %s from %j', (source, raw, value) => {
    const compiled = compileMatch(source);
    expect('regexp' in compiled && valueOf(compiled.regexp, raw)).toBe(value);
  });

  it('yields nothing where the pattern does not fit or its capture took no part', () => {
    expect(valueOf(/^team-(.+)$/u, 'risk')).toBe('');
    expect(valueOf(/^x(y)?/u, 'x')).toBe('');
  });

  it('does not read texts over the limit', () => {
    expect(valueOf(/(x)/u, 'x'.repeat(MATCH_INPUT_LIMIT))).toBe('x');
    expect(valueOf(/(x)/u, 'x'.repeat(MATCH_INPUT_LIMIT + 1))).toBe('');
  });

  it.each([
    ['^team-', 'has 0 captures; exactly one'],
    ['^(a)-(b)$', 'has 2 captures; exactly one'],
    ['^(a', 'is no regular expression'],
    ['^(a{2,1})', 'is no regular expression'],
    [`(${'a'.repeat(300)})`, 'at most 200'],
  ])('refuses %s and says why', (source, reason) => {
    expect(reasonOf(source)).toContain(reason);
  });

  it.each([
    '^(a+)+$',
    '^((?:a*)*)$',
    '^((?:a|a)*)b',
    '^((?:a|ab){2,})c',
    '^((?:a?){30})b',
    '^(([a-z]+-)*x)$'.replace('((', '(?:('),
    '^(?:(?:a+)b)+(c)',
    '(?:\\w+\\s?)*(x)',
  ])('refuses %s, which explodes on a hostile text', (source) => {
    expect(reasonOf(source)).toMatch(/repeats .* a group that itself/);
  });

  it('counts repeats and optional parts', () => {
    expect(reasonOf('^(.*).*.*.*$')).toContain('has 4 repeats');
    expect(reasonOf('^(.*).*.*$')).toBe('');
    expect(reasonOf('(.*).*.*$')).toContain('2 where it does not begin with ^');
    expect(reasonOf('^(.*).*.*|x')).toContain('2 where it does not begin with ^');
    expect(reasonOf('^(a?b?c?d?e?f?g?)')).toContain('has 7 optional parts');
  });

  it('answers in time on the worst text that an allowed pattern meets', () => {
    const worst = 'a'.repeat(MATCH_INPUT_LIMIT);
    for (const source of ['^(.*).*.*!', '(\\w+)\\w+!', '^([^-]+)-?[a-z-]*-?.*!']) {
      const compiled = compileMatch(source);
      const value = () => 'regexp' in compiled && valueOf(compiled.regexp, worst);
      expect(value()).toBe('');
      expect(cpuMs(value)).toBeLessThan(2_000);
    }
  });
});
