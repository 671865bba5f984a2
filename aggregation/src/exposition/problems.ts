import type { ExpositionProblem } from './exposition.js';

/** Collects problems up to a limit; those beyond it are counted, so that nothing goes unsaid. */
export class Problems {
  private readonly listed: ExpositionProblem[] = [];
  /** Those that say that the whole is cut short: always listed. */
  private readonly final: ExpositionProblem[] = [];
  private unlisted = 0;
  private firstUnlisted = 0;

  constructor(private readonly limit: number) {}

  add(problem: ExpositionProblem): void {
    if (this.listed.length < this.limit) {
      this.listed.push(problem);
    } else {
      this.firstUnlisted ||= problem.line;
      this.unlisted++;
    }
  }

  addFinal(problem: ExpositionProblem): void {
    this.final.push(problem);
  }

  all(): readonly ExpositionProblem[] {
    if (this.unlisted === 0) return [...this.listed, ...this.final];
    const rest: ExpositionProblem = {
      line: this.firstUnlisted,
      column: 1,
      code: 'too_many_problems',
      reason: `${String(this.unlisted)} more problems, from this line on, are not listed; at most ${String(this.limit)} are`,
    };
    return [...this.listed, ...this.final, rest];
  }
}
