import { substitute } from './environment.js';

const env = { NODE: 'gpu-1', EMPTY: '', NESTED: '${NODE}', GONE: undefined };

describe('substitute', () => {
  it.each([
    ['${NODE}', 'gpu-1'],
    ['a-${NODE}-${NODE}', 'a-gpu-1-gpu-1'],
    ['${EMPTY}', ''],
    ['$${NODE}', '${NODE}'],
    ['${NESTED}', '${NODE}'],
    ['$NODE costs 5$', '$NODE costs 5$'],
    ['^([^@]+)$', '^([^@]+)$'],
  ])('%s becomes %j', (text, result) => {
    expect(substitute(text, env)).toEqual({ text: result, unset: [], malformed: [] });
  });

  it('names every variable that is not set', () => {
    expect(substitute('${A}/${NODE}/${GONE}', env).unset).toEqual(['A', 'GONE']);
  });

  it('does not take what every object has for a variable', () => {
    expect(substitute('${toString}', env).unset).toEqual(['toString']);
  });

  it.each(['${}', '${1A}', '${A:-b}', '${NODE', '${ NODE }'])(
    'says that %s holds no name',
    (text) => {
      expect(substitute(text, env)).toMatchObject({ unset: [], malformed: [text] });
    },
  );
});
