import { CLOSE_BRACE, COMMA, EQUALS, QUOTE } from './chars.js';
import type { Cursor } from './cursor.js';
import type { LabelNames } from './labelNames.js';
import { readQuoted } from './quoted.js';
import { show } from './show.js';

/** What a block may hold. */
export interface BlockRules {
  readonly maxLabels: number;
  readonly maxLabelValueLength: number;
  /** Whether the block may hold the metric's name in quotes; an exemplar's may not. */
  readonly allowsName: boolean;
}

/** Labels between braces; `name` where the block holds the metric's name, as in `{"a.b",c="d"}`. */
export interface BlockContent {
  readonly labels: ReadonlyMap<string, string>;
  readonly name: string | undefined;
}

/** Reads a block from `{` to behind `}`. */
export function readBlock(
  cursor: Cursor,
  rules: BlockRules,
  names: LabelNames,
): BlockContent | undefined {
  return new BlockReader(cursor, rules, names).read();
}

class BlockReader {
  private readonly labels = new Map<string, string>();
  private name: string | undefined;

  constructor(
    private readonly cursor: Cursor,
    private readonly rules: BlockRules,
    private readonly names: LabelNames,
  ) {}

  read(): BlockContent | undefined {
    const { cursor } = this;
    const open = cursor.pos;
    cursor.pos++;
    for (;;) {
      this.blanks();
      const code = cursor.code();
      if (code === CLOSE_BRACE) break;
      if (code < 0) return cursor.fail('syntax', 'the { of the labels has no }', open);
      const done = code === QUOTE ? this.readQuotedName() : this.readPlainName();
      if (!done || !this.readComma()) return undefined;
    }
    cursor.pos++;
    return { labels: this.labels, name: this.name };
  }

  /** OpenMetrics has no blanks between braces: whatever stands there then fails as what it is not. */
  private blanks(): void {
    if (!this.cursor.strict) this.cursor.skipBlanks();
  }

  private readPlainName(): boolean {
    const start = this.cursor.pos;
    const key = this.names.read(this.cursor, this.labels.size);
    return key !== undefined && this.readPair(key, start);
  }

  /** A quoted name that no `=` follows is the metric's own. */
  private readQuotedName(): boolean {
    const start = this.cursor.pos;
    const key = readQuoted(this.cursor, 'the name');
    if (key === undefined) return false;
    this.blanks();
    const code = this.cursor.code();
    return code === COMMA || code === CLOSE_BRACE
      ? this.takeMetricName(key, start)
      : this.readPair(key, start);
  }

  private takeMetricName(key: string, start: number): boolean {
    if (!this.rules.allowsName) {
      const reason = `the label ${show(key)} has no value; = and a quoted value must follow`;
      return this.refuse('bad_label', reason, start);
    }
    if (this.name !== undefined) {
      const reason = `the metric is named twice, ${show(this.name)} and ${show(key)}; once is allowed`;
      return this.refuse('bad_name', reason, start);
    }
    if (key === '') {
      return this.refuse(
        'bad_name',
        'the metric name "" is empty; any other text is allowed',
        start,
      );
    }
    this.name = key;
    return true;
  }

  private readPair(key: string, start: number): boolean {
    const { cursor, rules } = this;
    if (!this.mayName(key, start)) return false;
    this.blanks();
    if (cursor.code() !== EQUALS) {
      return this.refuse('syntax', `the label ${show(key)} is not followed by =`);
    }
    cursor.pos++;
    this.blanks();
    const open = cursor.pos;
    if (cursor.code() !== QUOTE) {
      const reason = `the value of the label ${show(key)} does not start with a double quote`;
      return this.refuse('syntax', reason);
    }
    const value = readQuoted(cursor, 'the value of the label', key);
    if (value === undefined) return false;
    const length = cursor.pos - open - 2;
    if (length > rules.maxLabelValueLength) {
      const reason = `the value of the label ${show(key)} has ${String(length)} characters; at most ${String(rules.maxLabelValueLength)} are allowed`;
      return this.refuse('bad_label', reason, open);
    }
    return this.keep(key, value, start);
  }

  /** Looks for an earlier label of the name by the map's size: one look-up, not two. */
  private keep(key: string, value: string, start: number): boolean {
    const before = this.labels.size;
    if (this.labels.set(key, value).size > before) return true;
    const reason = `the label ${show(key)} occurs twice; once is allowed`;
    return this.refuse('duplicate_label', reason, start);
  }

  private mayName(key: string, start: number): boolean {
    const { labels, rules } = this;
    if (labels.size >= rules.maxLabels) {
      const reason = `${show(key)} is one label too many; at most ${String(rules.maxLabels)} are allowed`;
      return this.refuse('too_many_labels', reason, start);
    }
    if (key !== '' && key !== '__name__') return true;
    const why = key === '' ? 'it is empty' : 'it stands for the name of the metric';
    return this.refuse('bad_label', `${show(key)} cannot name a label: ${why}`, start);
  }

  /** Behind a label: a comma, or the closing brace. 0.0.4 allows the comma before that brace too. */
  private readComma(): boolean {
    this.blanks();
    const { cursor } = this;
    const comma = cursor.pos;
    const code = cursor.code();
    if (code === COMMA) cursor.pos++;
    if (code === COMMA && cursor.strict && cursor.code() === CLOSE_BRACE) {
      return this.refuse('syntax', 'a comma stands before }; OpenMetrics allows none there', comma);
    }
    if (code === COMMA || code === CLOSE_BRACE || code < 0) return true;
    const shown = show(cursor.text.slice(cursor.pos, cursor.tokenEnd()));
    return this.refuse('syntax', `${shown} follows a label; allowed are a comma and }`);
  }

  private refuse(...fault: Parameters<Cursor['fail']>): false {
    this.cursor.fail(...fault);
    return false;
  }
}
