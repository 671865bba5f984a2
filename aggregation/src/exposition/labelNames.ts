import { EQUALS, LABEL_NAME } from './chars.js';
import type { Cursor } from './cursor.js';
import { nameEnd } from './names.js';
import { show } from './show.js';

/**
 * Reads label names without quotes. One line's labels mostly come in the order of the last one's,
 * so the name last seen at the same place is tried first: one string then serves all lines.
 */
export class LabelNames {
  private readonly recent: string[] = [];

  /** Reads the name of the label number `place` of its block. */
  read(cursor: Cursor, place: number): string | undefined {
    const { text, pos, end } = cursor;
    const guess = this.recent[place];
    if (guess !== undefined && text.startsWith(guess, pos)) {
      const stop = pos + guess.length;
      if (stop < end && text.charCodeAt(stop) === EQUALS) {
        cursor.pos = stop;
        return guess;
      }
    }
    const stop = nameEnd(text, pos, end, LABEL_NAME);
    if (stop === pos) return failLabelName(cursor);
    cursor.pos = stop;
    const name = text.slice(pos, stop);
    this.recent[place] = name;
    return name;
  }
}

function failLabelName(cursor: Cursor): undefined {
  const shown = show(cursor.text.slice(cursor.pos, cursor.tokenEnd()));
  return cursor.fail(
    'bad_label',
    `${shown} does not start a label name; allowed are letters, digits and _ (no digit first), or any text in double quotes`,
  );
}
