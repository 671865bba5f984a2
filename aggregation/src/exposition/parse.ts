import { BYTE_ORDER_MARK, HASH } from './chars.js';
import { readComment } from './commentLine.js';
import { Cursor } from './cursor.js';
import type { Exposition, ExpositionFormat, Sample } from './exposition.js';
import { FamilyTable } from './familyTable.js';
import { formatOfText } from './format.js';
import { LabelBlocks } from './labelBlocks.js';
import { DEFAULT_EXPOSITION_LIMITS, type ExpositionLimits } from './limits.js';
import { isRestBlank, toLine } from './lines.js';
import { Problems } from './problems.js';
import { readSampleLine } from './sampleLine.js';
import { SeriesIndex } from './seriesIndex.js';
import { show } from './show.js';

export interface ParseOptions {
  /** Left out: OpenMetrics where the text ends in `# EOF`, else the Prometheus text format 0.0.4. */
  readonly format?: ExpositionFormat;
  readonly limits?: Partial<ExpositionLimits>;
}

/**
 * Reads an exposition in the Prometheus text format 0.0.4 or in OpenMetrics 1.0.
 *
 * Never throws. A line that the format's grammar does not allow becomes a problem and costs nothing
 * but itself; what is lost of a cut, repeated or contradictory text is a problem too. Two things
 * that strict readers refuse are reported once and read all the same: a byte order mark and CR LF.
 * Samples with the same label text share one Map of labels.
 *
 * Sources: prometheus.io "Exposition formats" and the OpenMetrics 1.0 specification, and what
 * Prometheus itself accepts where the two leave a question open. Stricter than Prometheus: the last
 * line needs its line feed (a cut `12` may have been `1234`), labels need commas between them, text
 * needs to be UTF-8 without NUL.
 */
export function parseExposition(text: string, options: ParseOptions = {}): Exposition {
  return new Reader(text, options).read();
}

class Reader {
  private readonly cursor: Cursor;
  private readonly limits: ExpositionLimits;
  private readonly problems: Problems;
  private readonly blocks: LabelBlocks;
  private readonly series = new SeriesIndex();
  private readonly families = new FamilyTable();
  private readonly samples: Sample[] = [];
  private returnsReported = false;
  /** Set where the rest of the text is not to be read. */
  private done = false;

  constructor(text: string, { format, limits }: ParseOptions) {
    this.limits = { ...DEFAULT_EXPOSITION_LIMITS, ...limits };
    this.cursor = new Cursor(text, format ?? formatOfText(text));
    this.problems = new Problems(this.limits.maxProblems);
    this.blocks = new LabelBlocks({ ...this.limits, allowsName: true });
  }

  read(): Exposition {
    const { text, format } = this.cursor;
    let next = this.skipByteOrderMark();
    while (!this.done && next < text.length) next = this.readLine(next);
    if (!this.done && this.cursor.strict) this.missingEnd();
    const families = this.families.families();
    return { format, families, samples: this.samples, problems: this.problems.all() };
  }

  private skipByteOrderMark(): number {
    if (this.cursor.text.charCodeAt(0) !== BYTE_ORDER_MARK) return 0;
    const reason = 'the text starts with a byte order mark (U+FEFF); Prometheus allows none';
    this.problems.add({ line: 1, column: 1, code: 'binary', reason });
    return 1;
  }

  /** Reads one line and tells where the next one starts. */
  private readLine(start: number): number {
    const { cursor, limits } = this;
    const lineEnd = toLine(cursor, start);
    const { end } = cursor;
    if (lineEnd.carriageReturn) this.reportReturns();
    if (!lineEnd.complete && !this.isWhole()) {
      const shown = show(cursor.text.slice(start, end));
      cursor.fail('syntax', `no line feed ends the last line, so ${shown} may be cut short`, end);
    } else if (end - start > limits.maxLineLength) {
      const length = String(end - start);
      const allowed = String(limits.maxLineLength);
      const reason = `the line has ${length} characters; at most ${allowed} are allowed`;
      cursor.fail('line_too_long', reason, start + limits.maxLineLength);
    } else {
      this.readContent();
    }
    if (cursor.fault !== undefined) this.problems.add({ line: cursor.line, ...cursor.fault });
    return end + (lineEnd.carriageReturn ? 2 : 1);
  }

  /** Whether a last line without its line feed says all the same that nothing is missing. */
  private isWhole(): boolean {
    const { cursor } = this;
    return isRestBlank(cursor) || (cursor.strict && cursor.text.slice(cursor.pos) === '# EOF');
  }

  private readContent(): void {
    const { cursor } = this;
    if (!cursor.strict) cursor.skipBlanks();
    if (cursor.atEnd()) {
      if (cursor.strict)
        cursor.fail('syntax', 'the line is empty; OpenMetrics allows no such line');
    } else if (cursor.code() === HASH) {
      this.readCommentLine();
    } else {
      this.readSample();
    }
  }

  private readCommentLine(): void {
    const { cursor } = this;
    const start = cursor.pos;
    const comment = readComment(cursor);
    if (comment === undefined || comment.kind === 'nothing') return;
    if (comment.kind === 'eof') {
      this.end();
      return;
    }
    const conflict = this.families.add(comment);
    if (conflict !== undefined) cursor.fail('conflicting_metadata', conflict, start);
  }

  private readSample(): void {
    const { cursor, limits } = this;
    const start = cursor.pos;
    const line = readSampleLine(cursor, this.blocks);
    if (line === undefined) return;
    const { sample, block } = line;
    if (this.samples.length >= limits.maxSamples) {
      const reason = `more than ${String(limits.maxSamples)} samples; from this line on none is read`;
      this.problems.addFinal({ line: cursor.line, column: 1, code: 'too_many_samples', reason });
      this.done = true;
      return;
    }
    const first = this.series.claim(sample.name, block.set, cursor.line);
    if (first === undefined) this.samples.push(sample);
    else {
      const reason = `the series ${show(cursor.text.slice(start, cursor.end))} is on line ${String(first)} already; the first one is kept`;
      cursor.fail('duplicate_series', reason, start);
    }
  }

  private reportReturns(): void {
    if (this.returnsReported) return;
    this.returnsReported = true;
    const { line, end, lineStart } = this.cursor;
    const reason =
      'a carriage return (\\r) stands before the line feed; allowed is the line feed alone. Lines are read without it';
    this.problems.add({ line, column: end - lineStart + 1, code: 'syntax', reason });
  }

  /** At `# EOF`: nothing may follow. */
  private end(): void {
    this.done = true;
    const { text, line, end } = this.cursor;
    const rest = text.slice(text.indexOf('\n', end) + 1 || text.length);
    if (rest === '') return;
    const reason = `${String(rest.length)} characters follow # EOF, starting with ${show(rest)}; nothing may, and none is read`;
    this.problems.addFinal({ line: line + 1, column: 1, code: 'after_eof', reason });
  }

  private missingEnd(): void {
    const { text, line, lineStart } = this.cursor;
    const reason = 'the text does not end with # EOF, so its end is missing';
    const cut = line > 0 && !text.endsWith('\n');
    const place = cut
      ? { line, column: text.length - lineStart + 1 }
      : { line: line + 1, column: 1 };
    this.problems.addFinal({ ...place, code: 'missing_eof', reason });
  }
}
