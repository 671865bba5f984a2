import { FieldType, createDataFrame } from '@grafana/data';
import fc from 'fast-check';
import { newestFirst, readRows, searchedWords } from './readRows.js';
import { linesFrame, rowOf } from './testing.js';

describe('rows of an answer', () => {
  it('are what the frame holds, to the nanosecond', () => {
    const rows = [
      rowOf({ id: 'a', nanos: 123_456, level: 'error', line: 'bad' }),
      rowOf({ id: 'b', labels: {}, level: 'unknown' }),
    ];
    expect(readRows([linesFrame(rows)])).toEqual(rows);
  });

  it('have labels also where these come as text, and none where they are no object', () => {
    const frame = (labels: unknown) => {
      const made = linesFrame([rowOf()]);
      const fields = made.fields.map((field) =>
        field.name === 'labels' ? { ...field, values: [labels] } : field,
      );
      return { ...made, fields };
    };
    expect(readRows([frame('{"pod":"p","n":3}')])[0]?.labels).toEqual({ pod: 'p', n: '3' });
    for (const broken of ['{', 'null', '7', null]) {
      expect(readRows([frame(broken)])[0]?.labels).toEqual({});
    }
  });

  const timed = (times: readonly unknown[]) => {
    const made = linesFrame(times.map((_, at) => rowOf({ id: String(at) })));
    const fields = made.fields.map((field) =>
      field.name === 'timestamp' ? { ...field, values: [...times] } : field,
    );
    return readRows([{ ...made, fields }]);
  };

  it('have the time that is written, and none where there is none', () => {
    expect(
      timed([5, '2026-11-21T08:00:00.5Z', null, undefined, 'soon', '']).map(({ timeMs }) => timeMs),
    ).toEqual([5, Date.UTC(2026, 10, 21, 8) + 500, NaN, NaN, NaN, NaN]);
  });

  it('keep their order around lines without a time, which come last', () => {
    expect(newestFirst(timed([1, null, 3, 'soon', 2])).map(({ id }) => id)).toEqual([
      '2',
      '4',
      '0',
      '1',
      '3',
    ]);
  });

  it('have no level that nobody knows', () => {
    const frame = linesFrame([rowOf()]);
    const fields = frame.fields.map((field) =>
      field.name === 'severity' ? { ...field, values: ['FATALISH'] } : field,
    );
    expect(readRows([{ ...frame, fields }])[0]?.level).toBe('unknown');
  });

  it('do not come from bars, marks and empty answers', () => {
    const bars = createDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: [1] },
        { name: 'lines', type: FieldType.number, values: [1] },
      ],
    });
    expect(readRows([bars, createDataFrame({ fields: [] })])).toEqual([]);
  });

  it('lead where the data source says, with the value put in', () => {
    const link = {
      title: 'Tempo',
      url: '',
      internal: {
        datasourceUid: 'tempo',
        datasourceName: 'Tempo',
        query: { query: '${__value.raw}', queryType: 'traceql' },
      },
    };
    const outside = { title: 'Wiki', url: 'https://wiki.example.com/?q=${__value.raw}' };
    const evil = { title: 'x', url: 'javascript:alert(1)' };
    const field = {
      name: 'traceId',
      type: FieldType.string,
      config: { links: [link, outside, evil] },
      values: ['ab cd', ''],
    };
    const [first, second] = readRows([linesFrame([rowOf(), rowOf()], { fields: [field] })]);
    expect(first?.links.map(({ title }) => title)).toEqual(['Tempo', 'Wiki']);
    expect(decodeURIComponent(first?.links[0]?.href ?? '')).toContain('"query":"ab cd"');
    expect(first?.links[1]?.href).toBe('https://wiki.example.com/?q=ab%20cd');
    expect(second?.links).toEqual([]);
  });
});

describe('a link that a line offers', () => {
  const hrefs = (url: string, value: unknown) => {
    const field = {
      name: 'traceId',
      type: FieldType.string,
      config: { links: [{ title: 'x', url }] },
      values: [value],
    };
    const [row] = readRows([linesFrame([rowOf()], { fields: [field] })]);
    return row?.links.map(({ href }) => href);
  };

  it.each([
    ['javascript:alert(1)'],
    ['JavaScript:alert(1)'],
    ['data:text/html,x'],
    ['//evil.example.com'],
    ['/\\evil.example.com'],
    ['/\t/evil.example.com'],
    ['/\n/evil.example.com'],
    ['${__value.raw}'],
  ])('is never %j: it would leave the page for somewhere else', (url) => {
    expect(hrefs(url, 'javascript:alert(1)')).toEqual([]);
  });

  it.each([
    ['/explore?q=${__value.raw}', 'a/b', '/explore?q=a%2Fb'],
    ['https://t.example.com/${__value.raw}', '显存', 'https://t.example.com/%E6%98%BE%E5%AD%98'],
    ['/t/${__value.text:percentencode}', 7, '/t/7'],
    ['/t/${__value.raw}', 'half \ud83d of it', '/t/half%20%EF%BF%BD%20of%20it'],
  ])('is %j with the value %j put in', (url, value, href) => {
    expect(hrefs(url, value)).toEqual([href]);
  });

  it('is none where the line has no value there', () => {
    for (const value of ['', null, undefined, true]) expect(hrefs('/x', value)).toEqual([]);
  });
});

describe('the order', () => {
  it('is newest first, and leaves lines of one moment as they came', () => {
    const time = fc.record({ timeMs: fc.integer({ min: 0, max: 3 }), nanos: fc.nat({ max: 2 }) });
    fc.assert(
      fc.property(fc.array(time), (times) => {
        const rows = times.map((one, at) => rowOf({ ...one, id: String(at) }));
        const sorted = newestFirst(rows);
        expect([...sorted].sort((a, b) => Number(a.id) - Number(b.id))).toEqual(rows);
        sorted.slice(1).forEach((row, at) => {
          const before = sorted[at] ?? row;
          const gap = before.timeMs - row.timeMs || before.nanos - row.nanos;
          expect(gap).toBeGreaterThanOrEqual(0);
          if (gap === 0) expect(Number(before.id)).toBeLessThan(Number(row.id));
        });
      }),
    );
  });
});

it('tells the words that were searched for', () => {
  const custom = { searchWords: ['(?i)no', '(?i)yes'] };
  expect(searchedWords([linesFrame([], { meta: { custom } }), linesFrame([])])).toEqual(
    custom.searchWords,
  );
});
