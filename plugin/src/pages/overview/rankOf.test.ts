import { LANGUAGES, boardOf, messagesOf } from '@gpuscope/dashboards';
import { rankOf } from './rankOf.js';

describe('what the lists of the Overview are ordered by', () => {
  it('is what the board offers, each choice another figure', () => {
    for (const language of LANGUAGES) {
      const rank = boardOf('overview', messagesOf(language)).variables.find(
        ({ name }) => name === 'rank',
      );
      const values = rank?.kind === 'choice' ? rank.options.map(({ value }) => value) : [];
      expect(values.map(rankOf)).toEqual(['held', 'used', 'unused']);
    }
  });

  it.each([undefined, null, '', '3', '-1', 'constructor', 'held', 1, ['1'], '__proto__'])(
    'is what is held where an address says %j',
    (value) => {
      expect(rankOf(value)).toBe('held');
    },
  );
});
