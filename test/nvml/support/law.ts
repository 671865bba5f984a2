import type { Sample } from '@gpuscope/aggregation';

const LAWS = ['utilization_ratio', 'memory_used_bytes', 'power_watts'] as const;

function sums(samples: readonly Sample[], name: string, key: (one: Sample) => string) {
  const found = new Map<string, number>();
  for (const one of samples) {
    if (one.name === name) found.set(key(one), (found.get(key(one)) ?? 0) + one.value);
  }
  return found;
}

const leafOf = ({ labels }: Sample): string =>
  `${labels.get('uuid') ?? ''}/${labels.get('gpu_instance') ?? ''}`;
const boardOf = ({ labels }: Sample): string => labels.get('uuid') ?? '';

/** Where workloads and nobody's part do not make the figure of their device, on a page of metrics. */
export function breaches(samples: readonly Sample[]): string[] {
  return LAWS.flatMap((law) => {
    const key = law === 'power_watts' ? boardOf : leafOf;
    const parts = ['workload', 'unattributed'].map((kind) =>
      sums(samples, `gpu_${kind}_${law}`, key),
    );
    return [...sums(samples, `gpu_${law}`, key)].flatMap(([leaf, whole]) => {
      const sum = parts.reduce((left, part) => left + (part.get(leaf) ?? 0), 0);
      const isSame = Math.abs(sum - whole) <= 1e-6 * Math.max(1, whole);
      return isSame ? [] : [`gpu_${law} of ${leaf} is ${whole}, its parts make ${sum}`];
    });
  });
}
