import type { Said } from '../said/index.js';
import type { Notice } from './table.js';

const notice = (severity: Notice['severity'], said: Said): Notice => ({
  severity,
  text: said.text,
  said,
});

export const info = (said: Said): Notice => notice('info', said);
export const warning = (said: Said): Notice => notice('warning', said);
