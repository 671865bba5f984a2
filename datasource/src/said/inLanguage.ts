import type { Said, SaidValue } from '@gpuscope/aggregation';
import { fillPlaces } from '@gpuscope/aggregation';
import { config } from '@grafana/runtime';
import { CHINESE } from './chinese/index.js';

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(CHINESE));

const isList = (value: SaidValue): value is readonly SaidValue[] => Array.isArray(value);

function valueInChinese(value: SaidValue): string {
  if (isList(value)) return value.map(valueInChinese).join('；');
  return typeof value === 'object' ? inChinese(value) : String(value);
}

/** A text that a newer backend says, and this table lacks, stays in English. */
function inChinese({ id, text, values = {} }: Said): string {
  const words = WORDS.get(id);
  if (words === undefined) return text;
  const given = new Map(Object.entries(values));
  return fillPlaces(words, (name) => valueInChinese(given.get(name) ?? ''));
}

/** What the backend says, in the reader's language as far as there are words for it. */
export function inReadersWords(said: Said): string {
  const { language = '' }: { readonly language?: string } = config.bootData.user;
  return language.startsWith('zh') ? inChinese(said) : said.text;
}
