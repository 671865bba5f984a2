import type { FieldFilter } from '@gpuscope/aggregation/logs';

const OPS: readonly FieldFilter['op'][] = ['=', '!=', 'exists', 'missing'];

const escaped = (text: string): string => text.replace(/[\\|]/gu, '\\$&');

/** A condition on a field as an address has it: `name|=|one|other`. */
export const filterText = ({ name, op, values }: FieldFilter): string =>
  [name, op, ...values].map(escaped).join('|');

/** The parts between bars; a bar after a backslash belongs to the text. */
function partsOf(text: string): readonly string[] {
  const parts = [''];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '|') parts.push('');
    else {
      if (sign === '\\') at += 1;
      parts[parts.length - 1] += sign === '\\' ? (text[at] ?? '') : sign;
    }
  }
  return parts;
}

/** What `filterText` wrote; undefined for anything that is no condition. */
export function readFilter(text: string): FieldFilter | undefined {
  const [name = '', written, ...values] = partsOf(text);
  const op = OPS.find((one) => one === written);
  if (name === '' || op === undefined) return undefined;
  const needsValues = op === '=' || op === '!=';
  return needsValues === values.length > 0 ? { name, op, values } : undefined;
}
