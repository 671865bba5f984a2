import type { Delta } from './delta.js';
import type { Entry, Told } from './recording.js';
import { DIRECTORY_KEY, holderKey, NVML_NAME, sourceKey } from './recording.js';

export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Why a line is no entry, in words that continue "FILE:LINE: ". */
export class BadEntry extends Error {}

interface Body {
  readonly field: string;
  readonly keyOf: (line: Json) => string;
  readonly isFit: (value: unknown) => boolean;
  readonly needs: string;
}

function nameIn(line: Json, field: 'source' | 'holder', otherwise?: string): string {
  const name = line[field] ?? otherwise;
  if (typeof name === 'string' && name !== '') return name;
  throw new BadEntry(`"${field}" is ${JSON.stringify(name)}; it must be a name`);
}

const listIn = (value: unknown, field: string): boolean =>
  isJson(value) && Array.isArray(value[field]);

/** What a line can hold, each by the field that it is told by. */
const BODIES: readonly Body[] = [
  {
    field: 'exposition',
    keyOf: (line) => sourceKey(nameIn(line, 'source', 'dcgm')),
    isFit: (value) => typeof value === 'string',
    needs: 'must be a text',
  },
  {
    field: 'nvml',
    keyOf: (line) => sourceKey(nameIn(line, 'source', NVML_NAME)),
    isFit: (value) => listIn(value, 'devices') && listIn(value, 'lost'),
    needs: 'must be a look at NVML with "devices" and "lost"',
  },
  {
    field: 'report',
    keyOf: (line) => holderKey(nameIn(line, 'holder')),
    isFit: (value) => listIn(value, 'claims') && listIn(value, 'capacities'),
    needs: 'must be a report with "claims" and "capacities"',
  },
  {
    field: 'directory',
    keyOf: () => DIRECTORY_KEY,
    isFit: (value) => listIn(value, 'pods') && listIn(value, 'namespaces'),
    needs: 'must have "pods" and "namespaces"',
  },
];

/** Whose a change or a failure is. */
function keyOfName(line: Json): string {
  if (line['of'] === DIRECTORY_KEY) return DIRECTORY_KEY;
  return line['holder'] === undefined
    ? sourceKey(nameIn(line, 'source'))
    : holderKey(nameIn(line, 'holder'));
}

function toldBy(line: Json): Told | undefined {
  const { change, failed } = line;
  if (change !== undefined) {
    if (!isJson(change)) throw new BadEntry('"change" must be an object');
    return { kind: 'change', change: change as unknown as Delta };
  }
  if (failed === undefined) return undefined;
  if (typeof failed !== 'string') throw new BadEntry('"failed" must be the code of an error');
  return { kind: 'failed', code: failed };
}

/**
 * What a line of a recording says; undefined for a line of a kind that this version does not know.
 * @throws BadEntry saying which field is wrong and what is allowed
 */
export function readEntry(line: Json): Entry | undefined {
  const body = BODIES.find(({ field }) => line[field] !== undefined);
  if (body !== undefined) {
    const value = line[body.field];
    if (!body.isFit(value)) throw new BadEntry(`"${body.field}" ${body.needs}`);
    return { key: body.keyOf(line), told: { kind: 'value', value } };
  }
  const told = toldBy(line);
  return told && { key: keyOfName(line), told };
}

/** The line of a recording for an entry, without its time. */
export function writeEntry({ key, told }: Entry): Json {
  const [kind = '', name] = key.split(' ', 2);
  const about = name === undefined ? { of: kind } : { [kind]: name };
  switch (told.kind) {
    case 'change':
      return { ...about, change: told.change };
    case 'failed':
      return { ...about, failed: told.code };
    case 'value':
      return { ...about, [fieldOf(kind, told.value)]: told.value };
  }
}

function fieldOf(kind: string, value: unknown): string {
  if (kind === 'holder') return 'report';
  if (kind === DIRECTORY_KEY) return 'directory';
  return typeof value === 'string' ? 'exposition' : 'nvml';
}
