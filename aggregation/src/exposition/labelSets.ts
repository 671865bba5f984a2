import type { Labels } from './exposition.js';

interface NumberedSet {
  readonly labels: Labels;
  readonly id: number;
}

const PRIME = 0x01000193;

/** FNV-1a over a label's value, started by its name. */
function hashLabel(name: string, value: string): number {
  let hash = name.length * PRIME + name.charCodeAt(0) + name.charCodeAt(name.length - 1) * 31;
  for (let at = 0; at < value.length; at++) {
    hash = Math.imul(hash ^ value.charCodeAt(at), PRIME);
  }
  return hash;
}

/** A sum, so that the order of the labels does not matter. An empty value is no label. */
function hashSet(labels: Labels): number {
  let hash = 0;
  for (const [name, value] of labels) if (value !== '') hash = (hash + hashLabel(name, value)) | 0;
  return hash;
}

function countFilled(labels: Labels): number {
  let count = 0;
  for (const value of labels.values()) if (value !== '') count++;
  return count;
}

function isSameSet(a: Labels, b: Labels): boolean {
  for (const [name, value] of a) if (value !== '' && b.get(name) !== value) return false;
  return countFilled(a) === countFilled(b);
}

/** Label values never hold a NUL here, so it separates without doubt. */
function canonical(labels: Labels): string {
  const parts: string[] = [];
  for (const [name, value] of labels) if (value !== '') parts.push(`${name}\0${value}`);
  return parts.sort().join('\0\0');
}

/** Numbers label sets: the same number for the same labels in any order. */
export class LabelSets {
  private readonly byHash = new Map<number, NumberedSet>();
  /** Sets whose hash was taken. Kept by their text, so that no input can make look-ups slow. */
  private readonly byText = new Map<string, number>();
  private count = 0;

  idOf(labels: Labels): number {
    const hash = hashSet(labels);
    const first = this.byHash.get(hash);
    if (first === undefined) {
      this.byHash.set(hash, { labels, id: this.count });
      return this.count++;
    }
    if (isSameSet(first.labels, labels)) return first.id;
    const text = canonical(labels);
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.byText.set(text, this.count);
    return this.count++;
  }
}
