import type { ScopedVars } from '@grafana/data';
import { PreviewTemplates } from './templateSrv.js';

interface Values {
  readonly [name: string]: unknown;
}

/** A scene's object with variables, below one with others. */
function scoped(near: Values, far: Values = {}): ScopedVars {
  const variables = (values: Values) => ({
    getByName: (name: string) =>
      Object.hasOwn(values, name)
        ? {
            state: { name, type: 'query', isMulti: true, includeAll: true },
            getValue: () => values[name],
            getValueText: () => `the ${name}`,
          }
        : undefined,
  });
  const parent = { state: { $variables: variables(far) } };
  const object = { parent: { parent, state: {} }, state: { $variables: variables(near) } };
  return { __sceneObject: { text: '', value: { valueOf: () => object } } };
}

const templates = new PreviewTemplates();
const replace = (text: string, vars: ScopedVars, format?: never) =>
  templates.replace(text, vars, format);

describe('filling variables in', () => {
  it.each(['$app', '${app}', '[[app]]', '${app:raw}', '[[app:raw]]'])('knows %s', (text) => {
    expect(replace(`app="${text}"`, scoped({ app: 'train' }))).toBe('app="train"');
  });

  it('asks the scene from the inside out', () => {
    const vars = scoped({ app: 'near' }, { app: 'far', cluster: 'c1' });
    expect(replace('$app $cluster', vars)).toBe('near c1');
  });

  it("lets what a query was given win over the scene's variables", () => {
    const vars = { ...scoped({ __interval: 'no' }), __interval: { text: '1m', value: '1m' } };
    expect(replace('rate(x[$__interval])', vars)).toBe('rate(x[1m])');
  });

  it('leaves what it does not know as it stands', () => {
    expect(replace('$nothing ${__rate_interval} [[none]] 5$', {})).toBe(
      '$nothing ${__rate_interval} [[none]] 5$',
    );
  });

  it('reads a part of a value', () => {
    const vars: ScopedVars = { __data: { text: '', value: { rows: [{ pod: 'p-1' }] } } };
    expect(replace('${__data.rows[0].pod}', vars)).toBe('p-1');
  });

  it('writes an empty text where nothing is chosen', () => {
    expect(replace('a${app}b', scoped({ app: undefined }))).toBe('ab');
  });
});

describe('formats', () => {
  const two = scoped({ app: ['a.b', "it's"] });

  it.each([
    ['glob', "{a.b,it's}"],
    ['csv', "a.b,it's"],
    ['pipe', "a.b|it's"],
    ['regex', "(a\\.b|it's)"],
    ['json', '["a.b","it\'s"]'],
    ['singlequote', "'a.b','it\\'s'"],
    ['doublequote', '"a.b","it\'s"'],
    ['sqlstring', "'a.b','it''s'"],
    ['queryparam', "var-app=a.b&var-app=it's"],
    ['percentencode', "%7Ba.b%2Cit's%7D"],
    ['text', 'the app'],
  ])('%s', (format, expected) => {
    expect(replace(`\${app:${format}}`, two)).toBe(expected);
  });

  it('writes moments', () => {
    const vars: ScopedVars = { t: { text: '', value: 1_700_000_000_000 } };
    expect(replace('${t:date} ${t:date:seconds}', vars)).toBe(
      '2023-11-14T22:13:20.000Z 1700000000',
    );
  });

  it("hands the asker's own format the value and what is known of the variable", () => {
    const format = jest.fn((value: unknown) => JSON.stringify(value));
    const text = templates.replace('$app', two, format as never);
    expect(text).toBe('["a.b","it\'s"]');
    expect(format).toHaveBeenCalledWith(
      ['a.b', "it's"],
      expect.objectContaining({ name: 'app', multi: true, includeAll: true }),
    );
  });

  it('lets "all" write itself', () => {
    const all = { formatter: () => '.*' };
    expect(replace('app=~"$app"', scoped({ app: all }))).toBe('app=~".*"');
  });
});

it('tells what was found', () => {
  const seen: never[] = [];
  templates.replace('${app:csv} $no', scoped({ app: 'a' }), undefined, seen);
  expect(seen).toEqual([
    { match: '${app:csv}', variableName: 'app', format: 'csv', value: 'a', found: true },
    { match: '$no', variableName: 'no', value: '$no', found: false },
  ]);
});

it('knows whether a text has variables', () => {
  expect(['$a', '${a}', '[[a]]'].every((text) => templates.containsTemplate(text))).toBe(true);
  expect(templates.containsTemplate('a 5$ text')).toBe(false);
});
