/** Fields as Fluent Bit's records have them under dynamic mapping. */
export const mapping = {
  '@timestamp': { type: 'date' },
  log: { type: 'text', fields: { keyword: { type: 'keyword' } } },
  pod: { type: 'keyword' },
};
