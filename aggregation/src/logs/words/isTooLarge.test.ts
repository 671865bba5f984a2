import { isTooLarge } from './isTooLarge.js';

describe('isTooLarge', () => {
  it.each([
    'Automaton [*abc] expanded to too many terms (limit 8192)',
    '[message:*abc ] exceeds maxClauseCount [ Boolean maxClauseCount is set to 1024]',
    '{"type":"too_many_clauses","reason":"maxClauseCount is set to 1024"}',
    'Query contains too many nested clauses; maxClauseCount is set to 1024',
    'field "message" was indexed without position data; cannot run SpanTermQuery (term=loss)',
    'failed to create query: Cannot extract a term from a query of type class ConstantScoreQuery',
    'Determinizing automaton would be too complex to determinize',
  ])('knows %j', (reason) => {
    expect(isTooLarge(reason)).toBe(true);
  });

  it.each(['Data too large, data for [<http_request>]', 'Too many requests', 'timed out'])(
    'leaves %j to others',
    (reason) => {
      expect(isTooLarge(reason)).toBe(false);
    },
  );
});
