import { exactInAll, exactNamed, fieldNamed } from './namedField.js';
import { exact, sketchLayout } from './testing/plans.js';

const layout = sketchLayout({ indices: ['logs-1', 'logs-2', 'logs-3', 'logs-4'] });

describe('the field of a name', () => {
  it("is a role's, a label's, or one of the store's own name", () => {
    expect(fieldNamed(layout, 'pod')).toEqual(exact('pod'));
    expect(fieldNamed(layout, 'label.app.kubernetes.io/name')).toEqual(
      exact('labels.app.kubernetes.io/name'),
    );
    expect(fieldNamed(layout, 'status')).toEqual(exact('status', 'long'));
    expect(fieldNamed(layout, 'nothing')).toBeUndefined();
    expect(fieldNamed(layout, 'traceId')).toBeUndefined();
  });

  it("of a name of ours is never an application's own field of that name", () => {
    const own = { ...layout, field: () => exact('level') };
    expect(
      fieldNamed({ ...own, roles: { ...own.roles, level: exact('gpuscope.level') } }, 'level'),
    ).toEqual(exact('gpuscope.level'));
  });

  it('can be asked for whole values, with its type', () => {
    expect(exactNamed(layout, 'status')).toEqual({ name: 'status', type: 'long' });
    expect(exactNamed(layout, 'nothing')).toBeUndefined();
  });
});

describe('a field of words', () => {
  it('is refused by name, type and the first of its indices, with what to do', () => {
    expect(() => exactNamed(layout, 'prose')).toThrow(
      /"prose".*logs-1, logs-2, logs-3 and 1 more indices.*text.*keyword/,
    );
  });

  it('that is the line is searched by words', () => {
    expect(() => exactNamed(layout, 'message')).toThrow(/search for words/);
  });
});

describe('a name in several layouts', () => {
  const poor = sketchLayout({ without: ['pod'] });

  it('may be missing in some', () => {
    expect(exactInAll([layout, poor], 'pod')).toEqual([
      { name: 'pod', type: 'keyword' },
      undefined,
    ]);
  });

  it('is refused where all lack it: what to write, or that it may be misspelt', () => {
    expect(() => exactInAll([poor], 'pod')).toThrow(/shipper has to write/);
    expect(() => exactInAll([poor], 'staus')).toThrow(/"staus".*misspelt/);
  });
});
