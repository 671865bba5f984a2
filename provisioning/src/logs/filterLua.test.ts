import type { IdentityRules } from '@gpuscope/aggregation';
import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { filterLua } from './filterLua.js';

/** Where the rules of a name look, as the filter has them. */
function froms(rules: IdentityRules, name: 'app' | 'user'): readonly string[] {
  const [, table = ''] =
    new RegExp(`^  ${name} = \\{$([^]*?)^  \\},$`, 'm').exec(filterLua(rules)) ?? [];
  return [...table.matchAll(/\{ from = '([\w.]+)'/g)].map(([, from = '']) => from);
}

describe('the rules in the shipped Lua filter', () => {
  it('are those that can name a pod, in their order: it reads no processes', () => {
    const rules: IdentityRules = {
      tenant: [],
      app: [
        { from: 'process.unit' },
        { from: 'pod.label', key: 'app' },
        { from: 'slurm.job' },
        { from: 'pod.owner' },
      ],
      user: [{ from: 'process.user' }],
    };
    expect(froms(rules, 'app')).toEqual(['pod.label', 'pod.owner']);
    expect(froms(rules, 'user')).toEqual([]);
  });

  it('leave nothing else of the built-in rules out', () => {
    for (const name of ['app', 'user'] as const) {
      const wanted = DEFAULT_IDENTITY[name]
        .map(({ from }) => from)
        .filter((from) => !/^(process|slurm)\./.test(from));
      expect(froms(DEFAULT_IDENTITY, name)).toEqual(wanted);
    }
  });
});
