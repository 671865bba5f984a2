/** A figure as nvidia-smi prints it; undefined where it says that there is none. */
export type SmiValue = string | undefined;

/** One line of `nvidia-smi --query-gpu`, by field. */
export type SmiRow = Readonly<Record<string, SmiValue>>;

const NONE = /^\[?(N\/A|Not Supported|Unknown Error|Not Found|Insufficient Permissions)\]?$/i;

/** Reads `--format=csv,noheader,nounits`; the fields are those that were asked for, in this order. */
export function parseSmi(text: string, fields: readonly string[]): SmiRow[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split(',').map((cell) => cell.trim());
      return Object.fromEntries(
        fields.map((field, index) => {
          const cell = cells[index] ?? '';
          return [field, cell === '' || NONE.test(cell) ? undefined : cell];
        }),
      );
    });
}

/** The field that this nvidia-smi does not know; undefined when it complains of something else. */
export const unknownField = (text: string): string | undefined =>
  /Field "([^"]+)" is not a valid field/.exec(text)?.[1];

export type RunSmi = (args: readonly string[]) => Promise<{
  readonly ok: boolean;
  readonly text: string;
}>;

/**
 * Asks nvidia-smi of all GPUs, without the fields that its version does not know.
 * @throws Error with nvidia-smi's words
 */
export async function querySmi(run: RunSmi, fields: readonly string[]): Promise<SmiRow[]> {
  let asked = [...fields];
  for (;;) {
    const query = [`--query-gpu=${asked.join(',')}`, '--format=csv,noheader,nounits'];
    const { ok, text } = await run(query);
    if (ok) return parseSmi(text, asked);
    const unknown = unknownField(text);
    if (unknown === undefined || !asked.includes(unknown)) {
      throw new Error(`nvidia-smi: ${text.trim().split('\n')[0] ?? 'says nothing'}`);
    }
    asked = asked.filter((field) => field !== unknown);
  }
}
