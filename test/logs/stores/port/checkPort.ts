import type { StoreKind } from '../../../servers/index.js';
import { checkAbout } from './about.js';
import { checkAnswers } from './answers.js';
import { checkFields } from './fields.js';
import { openShared } from './opened.js';
import { checkReading } from './reading.js';
import { checkRefusals } from './refusals.js';
import { checkStopping } from './stopping.js';

/** What every kind of store has to do alike; call it inside a `describe`. */
export function checkPort(kind: StoreKind): void {
  const opened = openShared(kind);
  checkAbout(opened);
  checkAnswers(opened);
  checkFields(opened);
  checkReading(opened);
  checkStopping(opened);
  checkRefusals(opened);
}
