/** Which series an exposition has named so far: a name and a label set, in whatever order. */
export class SeriesIndex {
  private readonly lines = new Map<string, Map<number, number>>();
  private lastName: string | undefined;
  private last = new Map<number, number>();

  /** The line that named the series first, or undefined where this one does. */
  claim(name: string, set: number, line: number): number | undefined {
    const lines = this.linesOf(name);
    const first = lines.get(set);
    if (first === undefined) lines.set(set, line);
    return first;
  }

  private linesOf(name: string): Map<number, number> {
    if (name === this.lastName) return this.last;
    let lines = this.lines.get(name);
    if (lines === undefined) this.lines.set(name, (lines = new Map<number, number>()));
    this.lastName = name;
    this.last = lines;
    return lines;
  }
}
