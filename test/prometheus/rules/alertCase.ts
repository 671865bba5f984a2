/** An alert with series that make it fire and near misses that must not. */
export interface AlertCase {
  readonly alert: string;
  /** promtool's notation, one value a minute: `up{job="gpuscope"}` → `0x10`. */
  readonly fires: Readonly<Record<string, string>>;
  readonly silent: Readonly<Record<string, string>>;
  /** When to look. */
  readonly at: string;
  /** Labels by which it reaches whoever is to act. */
  readonly carries: readonly string[];
}

const BOARD = 'node="n1", gpu="0", uuid="GPU-1", model="H100"';
const WORKLOAD = `${BOARD}, tenant="nlp", app="chat", user="sara", namespace="team-nlp", pod="chat-0", container="main"`;

export const board = (metric: string, labels = ''): string =>
  `${metric}{${BOARD}${labels === '' ? '' : `, ${labels}`}}`;

export const workload = (metric: string, labels = ''): string =>
  `${metric}{${WORKLOAD}${labels === '' ? '' : `, ${labels}`}}`;
