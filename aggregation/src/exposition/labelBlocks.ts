import { CLOSE_BRACE } from './chars.js';
import type { Cursor } from './cursor.js';
import { readBlock, type BlockContent, type BlockRules } from './labelBlock.js';
import { LabelNames } from './labelNames.js';
import { LabelSets } from './labelSets.js';

/** A block of labels that was read; blocks of the same label set share `set`. */
export interface LabelBlock extends BlockContent {
  readonly set: number;
}

/**
 * Reads blocks and remembers them by their text. An exporter repeats the same block for every
 * figure of a device, so most blocks cost one look-up, and their samples share one Map of labels.
 */
export class LabelBlocks {
  readonly none: LabelBlock;
  private readonly byText = new Map<string, LabelBlock>();
  private readonly sets = new LabelSets();
  private readonly names = new LabelNames();

  constructor(private readonly rules: BlockRules) {
    this.none = this.numbered({ labels: new Map(), name: undefined });
  }

  /** Reads from `{` to behind `}`. */
  read(cursor: Cursor): LabelBlock | undefined {
    const start = cursor.pos;
    const guess = lastBrace(cursor) + 1;
    const guessed = cursor.text.slice(start, guess);
    const known = this.byText.get(guessed);
    if (known !== undefined) {
      cursor.pos = guess;
      return known;
    }
    const content = readBlock(cursor, this.rules, this.names);
    if (content === undefined) return undefined;
    const block = this.numbered(content);
    // The same string again, because its hash is known by now.
    this.byText.set(cursor.pos === guess ? guessed : cursor.text.slice(start, cursor.pos), block);
    return block;
  }

  private numbered({ labels, name }: BlockContent): LabelBlock {
    return { labels, name, set: this.sets.idOf(labels) };
  }
}

/** Nothing behind a block but an exemplar holds a brace, so the line's last one is a good guess. */
function lastBrace(cursor: Cursor): number {
  let at = cursor.end - 1;
  while (at > cursor.pos && cursor.text.charCodeAt(at) !== CLOSE_BRACE) at--;
  return at;
}
