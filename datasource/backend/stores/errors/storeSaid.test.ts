import type { JsonValue } from '@gpuscope/aggregation/logs';
import { quotable } from './asking.js';
import { shardReason, storeSaid } from './storeSaid.js';

describe('storeSaid', () => {
  it('gives types and reasons from the outermost to the innermost', () => {
    const said = storeSaid({
      error: {
        type: 'search_phase_execution_exception',
        reason: 'all shards failed',
        root_cause: [{ type: 'query_shard_exception', reason: 'Failed to parse' }],
        failed_shards: [{ reason: { type: 'query_shard_exception', reason: 'Failed to parse' } }],
        caused_by: { type: 'parse_exception', reason: 'Cannot parse', caused_by: { type: 'x' } },
      },
    });
    expect(said.types).toEqual([
      'search_phase_execution_exception',
      'query_shard_exception',
      'parse_exception',
      'x',
    ]);
    expect(said.reasons).toEqual(['all shards failed', 'Failed to parse', 'Cannot parse']);
  });

  it('takes an error that is a text, as proxies and old versions write it', () => {
    expect(storeSaid({ error: 'Unauthorized' })).toEqual({ types: [], reasons: ['Unauthorized'] });
  });

  it.each<[JsonValue | undefined]>([[undefined], [null], ['no'], [[]], [{}], [{ error: 5 }]])(
    'finds nothing in %j',
    (body) => {
      expect(storeSaid(body)).toEqual({ types: [], reasons: [] });
    },
  );
});

describe('shardReason', () => {
  it.each<[JsonValue, string]>([
    [{ index: 'a', reason: { type: 't', reason: 'r' } }, 'a: t: r'],
    [
      { index: 'a', reason: { type: 't', reason: 'r', caused_by: { type: 'u', reason: 's' } } },
      'a: u: s',
    ],
    [{ reason: { type: 't' } }, 't: no reason given'],
    [{ index: 'a' }, 'a: unknown: no reason given'],
    [null, 'unknown: no reason given'],
  ])('makes a line of %j', (failure, line) => {
    expect(shardReason(failure)).toBe(line);
  });
});

describe('quotable', () => {
  it('removes the longer secret first, so that no rest of it stays', () => {
    const secrets = ['abc', 'abcdef'];
    expect(quotable('x abcdef y abc z', { secrets })).toBe('x *** y *** z');
  });

  it('is one short line', () => {
    const said = quotable(` a\n\tb ${'c'.repeat(1_000)}`, { secrets: [] });
    expect(said.startsWith('a b c')).toBe(true);
    expect(said).toHaveLength(401);
  });
});
