import fc from 'fast-check';
import { createHostLog } from './hostLog.js';

const NOW = new Date('2026-11-21T08:00:00.120Z');

function logged(write: (log: ReturnType<typeof createHostLog>) => void): string[] {
  const lines: string[] = [];
  write(
    createHostLog(
      (line) => lines.push(line),
      () => NOW,
    ),
  );
  return lines;
}

describe('createHostLog', () => {
  it('writes one object a line, with the time in microseconds', () => {
    expect(
      logged((log) => {
        log.info('starts', { n: 1 });
        log.warn('careful');
        log.error('fails', { nested: { a: [1n] } });
      }),
    ).toEqual([
      '{"n":1,"@level":"info","@message":"starts","@timestamp":"2026-11-21T08:00:00.120000Z"}\n',
      '{"@level":"warn","@message":"careful","@timestamp":"2026-11-21T08:00:00.120000Z"}\n',
      '{"nested":{"a":["1"]},"@level":"error","@message":"fails","@timestamp":"2026-11-21T08:00:00.120000Z"}\n',
    ]);
  });

  it('stays readable to Grafana, whatever is logged', () => {
    const fields = fc.dictionary(fc.string(), fc.anything(), { maxKeys: 5 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fields, (message, more) => {
        const [line = ''] = logged((log) => log.info(message, { ...more, '@message': 5 }));
        expect(line.indexOf('\n')).toBe(line.length - 1);
        const read = JSON.parse(line) as Record<string, unknown>;
        expect(typeof read['@message']).toBe('string');
        expect(read['@level']).toBe('info');
        expect(read['@timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      }),
    );
  });

  it('cuts what is too long for a line', () => {
    const [line = ''] = logged((log) => log.error('x'.repeat(100_000), { stack: 'y'.repeat(1e6) }));
    expect(Buffer.byteLength(line)).toBeLessThan(64 * 1024);
    const read = JSON.parse(line) as Record<string, string>;
    expect(read['@message']).toMatch(/^x+…$/);
    expect(read['stack']).toMatch(/^y+…$/);
  });

  it('says what happened even where the fields can not be written', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`f${n}`, '界'.repeat(10_000)]),
    );
    for (const fields of [circle, many]) {
      const [line = ''] = logged((log) => log.error('fails', fields));
      expect(JSON.parse(line)).toMatchObject({ '@message': 'fails', '@level': 'error' });
      expect(Buffer.byteLength(line)).toBeLessThan(64 * 1024);
    }
  });
});
