import { suggest } from './suggest.js';

const KEYS = ['listen', 'interval', 'sources', 'holders', 'passwordFile', 'podResources', 'port'];

describe('suggest', () => {
  it.each([
    ['intervall', 'interval'],
    ['inetrval', 'interval'],
    ['source', 'sources'],
    ['password', 'passwordFile'],
    ['pod-resources', 'podResources'],
    ['PodResources', 'podResources'],
    ['prot', 'port'],
    ['Listen', 'listen'],
  ])('takes %s for %s', (word, meant) => expect(suggest(word, KEYS)).toBe(meant));

  it.each(['scrapeTimeout', 'x', '', '显卡', 'a'.repeat(10_000)])(
    'has no idea what %s means',
    (word) => expect(suggest(word, KEYS)).toBeUndefined(),
  );
});
