const NEWLINE = 0x0a;

/** A line is longer than the limit. */
export class LineTooLong extends Error {
  constructor(readonly maxBytes: number) {
    super(`a line is longer than ${maxBytes} bytes`);
  }
}

/**
 * Cuts a stream of bytes into lines. Each byte is looked at once, however small the pieces are in which a line comes;
 * text is decoded by whole lines, so that a border inside a character does no harm.
 */
export class LineSplitter {
  #parts: Buffer[] = [];
  #size = 0;

  constructor(private readonly maxBytes: number) {}

  /**
   * Takes the next piece and returns the lines that are whole now, without their ends.
   * @throws LineTooLong
   */
  push(chunk: Buffer): string[] {
    const lines: string[] = [];
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, from);
      if (end < 0) break;
      this.#add(chunk.subarray(from, end));
      lines.push(this.#take());
      from = end + 1;
    }
    this.#add(chunk.subarray(from));
    return lines;
  }

  /** What is left without a line end. */
  rest(): string {
    return this.#take();
  }

  #add(part: Buffer): void {
    if (part.length === 0) return;
    this.#size += part.length;
    if (this.#size > this.maxBytes) throw new LineTooLong(this.maxBytes);
    this.#parts.push(part);
  }

  #take(): string {
    const line = Buffer.concat(this.#parts, this.#size).toString('utf8');
    this.#parts = [];
    this.#size = 0;
    return line;
  }
}
