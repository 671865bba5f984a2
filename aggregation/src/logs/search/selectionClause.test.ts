import fc from 'fast-check';
import type { FieldFilter, Selection } from '../question.js';
import { levelOfStored } from '../levels/index.js';
import { selectionClause } from './selectionClause.js';
import { record, selection } from './testing/arbitraries.js';
import { fits } from './testing/fits.js';
import { exact, sketchLayout, sketchPlan } from './testing/plans.js';
import type { Stored } from './testing/stored.js';
import { stored } from './testing/stored.js';

const layout = sketchLayout();
const LEVEL = exact('level');

/** The texts that a name stands for in a record; none where it has none. */
function textsNamed({ fields }: Stored, name: string): readonly string[] {
  const own = (field: string) => {
    const value = fields[field];
    return value === undefined || value === '' ? [] : [String(value)];
  };
  if (name === 'host') return [...own('node'), ...own('machine')];
  if (name === 'level') {
    const level = levelOfStored(layout, LEVEL, String(fields.level ?? ''));
    return level === undefined ? [] : [level];
  }
  return own(name);
}

function holdsFilter(one: Stored, { name, op, values }: FieldFilter): boolean {
  const texts = textsNamed(one, name);
  const isOneOf = values.some((value) =>
    value === '' ? texts.length === 0 : texts.includes(value),
  );
  if (op === '=') return isOneOf;
  if (op === '!=') return !isOneOf;
  return op === 'exists' ? texts.length > 0 : texts.length === 0;
}

const LISTS = [
  ['clusters', 'cluster'],
  ['namespaces', 'namespace'],
  ['pods', 'pod'],
  ['containers', 'container'],
  ['hosts', 'host'],
  ['units', 'unit'],
] as const;

/** What a selection means, record by record. */
function chosen(one: Stored, selection: Selection): boolean {
  const inLists = LISTS.every(([list, name]) => {
    const values = selection[list] ?? [];
    return values.length === 0 || textsNamed(one, name).some((text) => values.includes(text));
  });
  const { levels = [], filters = [] } = selection;
  const level = textsNamed(one, 'level')[0] ?? 'unknown';
  const isLevel = levels.length === 0 || levels.some((name) => name === level);
  return inLists && isLevel && filters.every((filter) => holdsFilter(one, filter));
}

const clauseOf = (asked: Selection) => selectionClause(sketchPlan({ selection: asked }));
const finds = (asked: Selection, fields: Stored['fields']) => fits(clauseOf(asked))(stored(fields));

describe('the clause of a selection', () => {
  it('finds the records that were chosen, and no others', () => {
    let found = 0;
    fc.assert(
      fc.property(selection, record, (asked, one) => {
        const isFound = fits(clauseOf(asked))(one);
        if (isFound) found += 1;
        expect(isFound).toBe(chosen(one, asked));
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it('asks for everything where nothing is chosen', () => {
    expect(clauseOf({})).toEqual({ match_all: {} });
    expect(clauseOf({ words: '  ', lucene: '', pods: [], levels: [] })).toEqual({ match_all: {} });
  });

  it('finds a level in the spellings of loggers', () => {
    for (const level of ['WARN', 'Warning', 'warn', '警告']) {
      expect([level, finds({ levels: ['warning'] }, { level })]).toEqual([level, true]);
    }
    expect(finds({ levels: ['warning'] }, { level: 'ERROR' })).toBe(false);
    expect(finds({ levels: ['unknown'] }, { level: 'strange' })).toBe(true);
    expect(finds({ levels: ['unknown'] }, {})).toBe(true);
  });

  it('counts the records of indices without a level as unknown, where others have one', () => {
    const plan = sketchPlan(
      { selection: { levels: ['unknown'] } },
      sketchLayout({ indices: ['a'] }),
      sketchLayout({ indices: ['b'], without: ['level'] }),
    );
    const clause = selectionClause(plan);
    expect(fits(clause)(stored({ level: 'error' }, 'a'))).toBe(false);
    expect(fits(clause)(stored({ level: 'error' }, 'b'))).toBe(true);
  });

  it('keeps what is asked of one layout from the records of another', () => {
    const plan = sketchPlan(
      { selection: { pods: ['web-0'] } },
      sketchLayout({ indices: ['a'] }),
      sketchLayout({ indices: ['b'], roles: { pod: exact('k8s.pod') } }),
    );
    const clause = selectionClause(plan);
    expect(fits(clause)(stored({ pod: 'web-0' }, 'b'))).toBe(false);
    expect(fits(clause)(stored({ 'k8s.pod': 'web-0' }, 'b'))).toBe(true);
  });

  it('puts the words and the Lucene of each layout beside the lists', () => {
    const text = JSON.stringify(clauseOf({ words: 'OutOfMemoryError', pods: ['web-0'] }));
    expect(text).toContain('web-0');
    expect(text.toLowerCase()).toContain('outofmemoryerror');
    expect(JSON.stringify(clauseOf({ lucene: 'reason:oom' }))).toContain('oom');
  });
});

describe('what records can not be asked for', () => {
  const failure = (asked: Selection, ...layouts: Parameters<typeof sketchPlan>[1][]) => {
    try {
      selectionClause(sketchPlan({ selection: asked }, ...layouts));
    } catch (error) {
      return error as Error & { code: string };
    }
    throw new Error('nothing was refused');
  };

  it('a field of words: refused, with what to do', () => {
    const words = { ...layout, field: () => ({ path: 'prose', text: 'prose', type: 'text' }) };
    const error = failure({ filters: [{ name: 'prose', op: '=', values: ['x'] }] }, words);
    expect(error.code).toBe('FIELD_NOT_EXACT');
    expect(error.message).toMatch(/"prose".*text.*keyword/);
  });

  it('a name that no index knows: refused by name, as it may be misspelt', () => {
    const error = failure({ filters: [{ name: 'staus', op: '!=', values: ['500'] }] });
    expect(error.code).toBe('FIELD_NOT_EXACT');
    expect(error.message).toContain('"staus"');
  });

  it('levels where no index has them as a field', () => {
    const error = failure({ levels: ['error'] }, sketchLayout({ without: ['level'] }));
    expect(error.code).toBe('FIELD_NOT_EXACT');
    expect(error.message).toContain('gpuscope.level');
  });

  it.each([
    ['status', 'abc', 'number'],
    ['ok', 'yes', 'true or false'],
    ['started', 'yesterday', 'ISO 8601'],
    ['address', 'host-1', 'IP address'],
  ])('a value that the field %s can not hold', (name, value, wanted) => {
    const error = failure({ filters: [{ name, op: '=', values: [value] }] });
    expect(error.code).toBe('QUERY_INVALID');
    expect(error.message).toContain(name);
    expect(error.message).toContain(JSON.stringify(value));
    expect(error.message).toContain(wanted);
  });
});

describe('values of fields that hold no texts', () => {
  const byFilter = (name: string, values: readonly string[], fields: Stored['fields']) =>
    finds({ filters: [{ name, op: '=', values }] }, fields);

  it('numbers, booleans, times and addresses are compared as what they are', () => {
    expect(byFilter('status', ['5e2'], { status: 500 })).toBe(true);
    expect(byFilter('ok', ['true'], { ok: true })).toBe(true);
    expect(byFilter('ok', ['false'], { ok: true })).toBe(false);
    expect(byFilter('started', ['1970-01-01T00:00:01Z'], { started: 1_000 })).toBe(true);
    expect(byFilter('started', ['1000'], { started: 1_001 })).toBe(false);
    expect(byFilter('address', ['10.0.0.1'], { address: '10.0.0.1' })).toBe(true);
  });

  it('a number beyond what a double holds is sent as it was written', () => {
    const asked = { filters: [{ name: 'status', op: '=', values: ['9007199254740993'] }] } as const;
    expect(JSON.stringify(clauseOf(asked))).toContain('"9007199254740993"');
  });

  it('the empty value asks for records without the field', () => {
    expect(byFilter('status', ['', '200'], {})).toBe(true);
    expect(byFilter('status', ['', '200'], { status: 200 })).toBe(true);
    expect(byFilter('status', ['', '200'], { status: 500 })).toBe(false);
  });
});
