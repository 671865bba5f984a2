/** Elasticsearch's and OpenSearch's words for it, of all versions. */
const TOO_LARGE =
  /too_many_clauses|maxClauseCount|too many (?:clauses|terms)|too complex to determinize/iu;

/** OpenSearch's words for a field that knows no places of words (match_only_text) beside a sub-field. */
const PLACELESS = /without position data|Cannot extract a term from a query/iu;

/**
 * Whether a store, or one of its shards, gave this reason because the words asked for are part of too many words of
 * its index (on one word in a row with others: 1,024, in Elasticsearch 8 some thousands), or because it can't tell
 * which of them stand in a row. Ask again with `loose`.
 */
export const isTooLarge = (reason: string): boolean =>
  TOO_LARGE.test(reason) || PLACELESS.test(reason);
