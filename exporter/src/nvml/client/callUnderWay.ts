import { readFileSync } from 'node:fs';
import { titleToCall } from '../agent/title.js';

/**
 * What a program of ours that no longer answers is doing: an agent writes the call that it makes into its own name, which
 * can be read however the call hangs. Empty where nothing tells.
 */
export function callUnderWay(pid: number): string {
  try {
    return titleToCall(readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
  } catch {
    return '';
  }
}
