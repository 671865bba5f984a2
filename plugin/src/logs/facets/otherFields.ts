import { CHOICE_NAMES } from '../state/state.js';

/** Names with a list of their own, and those that differ in every line. */
const ELSEWHERE = new Set<string>([
  ...CHOICE_NAMES,
  'host',
  'level',
  'time',
  'message',
  'offset',
  '@timestamp',
]);

/** Whether a field stands among the further ones. */
export const isOtherField = (name: string): boolean => !ELSEWHERE.has(name);
