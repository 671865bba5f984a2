/** Words that Chinese readers use as they are: of hardware, programs, Kubernetes, and units. */
const KNOWN = new Set(
  [
    'gpu cpu mig xid ecc uuid nvlink pcie tensor core nvidia dcgm nvml driver',
    'grafana prometheus tempo jaeger lucene kubernetes kubectl yaml json gpuscope english',
    'pod pods exporter cadvisor kubelet watch counters recording rules cluster node',
    'kib mib gib tib kwh mhz ghz counter',
  ]
    .join(' ')
    .split(' '),
);

/** A word of letters alone: what has digits, dots, dashes or more capitals in it is a name. */
const WORD = /(?<![\w./:@-])[A-Za-z][a-z]{2,}(?![\w./:@-]*[\w])/g;

/**
 * Words in Latin letters that stand in texts and are nobody's name.
 *
 * @param names words of the data: of tenants, apps, pools and the like
 */
export function latinWords(texts: readonly string[], names: ReadonlySet<string>): string[] {
  const words = texts.flatMap((text) => text.match(WORD) ?? []);
  const strange = words.filter(
    (word) => !KNOWN.has(word.toLowerCase()) && !names.has(word.toLowerCase()),
  );
  return [...new Set(strange)].sort();
}
