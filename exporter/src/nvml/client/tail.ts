const MOST_BYTES = 2048;
const MOST_LINES = 3;

/** The last of what a program writes to its standard error. */
export interface Tail {
  add(chunk: Buffer): void;
  /** Its last lines, in one. */
  text(): string;
}

export function createTail(): Tail {
  let kept: Buffer = Buffer.alloc(0);
  return {
    add(chunk) {
      kept = Buffer.concat([kept, chunk]).subarray(-MOST_BYTES);
    },
    text: () =>
      kept
        .toString('utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(-MOST_LINES)
        .join('; '),
  };
}
