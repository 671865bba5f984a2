import { OPEN_BRACE } from './chars.js';
import type { Cursor } from './cursor.js';
import { readBlock } from './labelBlock.js';
import { LabelNames } from './labelNames.js';
import { readNumber } from './number.js';
import { show } from './show.js';
import { readTimestamp } from './timestamp.js';

const RULES = { maxLabels: 128, maxLabelValueLength: 65_536, allowsName: false };

/** Reads over `# {labels} value timestamp`, the cursor on the `#`: checked, then forgotten. */
export function readExemplar(cursor: Cursor): void {
  cursor.pos++;
  if (!cursor.separator() || cursor.code() !== OPEN_BRACE) {
    cursor.fail('syntax', 'an exemplar must go on with one blank and {');
    return;
  }
  if (readBlock(cursor, RULES, new LabelNames()) === undefined) return;
  if (!cursor.separator()) {
    cursor.fail('syntax', 'one blank must stand before the value of an exemplar');
    return;
  }
  const stop = cursor.tokenEnd();
  if (readNumber(cursor.text, cursor.pos, stop) === undefined) {
    const shown = show(cursor.text.slice(cursor.pos, stop));
    cursor.fail('bad_value', `the value ${shown} of an exemplar is not a number`);
    return;
  }
  cursor.pos = stop;
  if (!cursor.separator()) return;
  if (readTimestamp(cursor, 'an exemplar') === undefined || cursor.atEnd()) return;
  cursor.separator();
  const rest = show(cursor.text.slice(cursor.pos, cursor.end));
  cursor.fail('syntax', `${rest} follows an exemplar; nothing more is allowed`);
}
