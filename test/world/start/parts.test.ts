import { createParts } from './parts.js';

function recording() {
  const told: unknown[][] = [];
  const lines: string[] = [];
  let ms = 0;
  const parts = createParts({
    tell: (...words) => void told.push(words),
    line: (text) => void lines.push(text),
    now: () => (ms += 1500),
  });
  return { parts, told, lines };
}

describe('the parts of a site', () => {
  it('wait, start, say how far they are, and are ready with what a person wants to know', async () => {
    const { parts, told, lines } = recording();
    parts.expect('Prometheus');
    const value = await parts.bring(
      'Prometheus',
      (note) => {
        note('reading 3 days');
        return Promise.resolve(7);
      },
      (count) => ({ note: `${count} targets`, url: 'http://p' }),
    );
    expect(value).toBe(7);
    expect(told).toEqual([
      ['Prometheus', 'waiting'],
      ['Prometheus', 'starting'],
      ['Prometheus', 'starting', 'reading 3 days'],
      ['Prometheus', 'ready', '7 targets', 'http://p'],
    ]);
    expect(lines.at(-1)).toBe('  Prometheus: ready (1.5 s, 7 targets)');
  });

  it('fail with the reason, which is passed on', async () => {
    const { parts, told, lines } = recording();
    const bring = parts.bring('Exporters', () => Promise.reject(new Error('no port')));
    await expect(bring).rejects.toThrow('no port');
    expect(told.at(-1)).toEqual(['Exporters', 'failed', 'no port']);
    expect(lines.at(-1)).toContain('no port');
  });

  it('may be left out, which is said', () => {
    const { parts, told, lines } = recording();
    parts.without('App logs', 'needs Java 17');
    expect(told).toEqual([['App logs', 'failed', 'needs Java 17']]);
    expect(lines).toEqual(['  App logs: needs Java 17']);
  });
});
