import { sha256Hex } from './sha256.js';

/** The longest tenant, app or user, in UTF-16 code units. */
export const VALUE_LIMIT = 128;

/** Hex digits of the hash that marks an altered value: 64 bits. */
const HASH_DIGITS = 16;
const TAIL = new RegExp(`~[0-9a-f]{${HASH_DIGITS}}$`);

// Controls break lines and terminals, direction marks let one name pass for another on a screen, and half
// of a surrogate pair (Cs) is not text.
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function clean(raw: string): string {
  return raw.replace(UNSAFE, '').trim();
}

/** Whether a value looks like one that `legalValue` altered. */
export function looksAltered(value: string): boolean {
  return TAIL.test(value);
}

/** Whether `legalValue` leaves a text as it is. */
export function isPlain(raw: string): boolean {
  return raw.length <= VALUE_LIMIT && !looksAltered(raw) && clean(raw) === raw;
}

/** The first `limit` code units, never half a character. */
function cut(text: string, limit: number): string {
  return text
    .slice(0, limit)
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
}

/**
 * Makes a raw label, annotation or name fit to be a tenant, app or user: trimmed, without control
 * characters and direction marks, well-formed Unicode, at most `VALUE_LIMIT` code units.
 *
 * A raw text that is all of this already stays as it is. Any other non-empty text is cleaned and cut, and
 * `~` with 16 hex digits of the raw text's SHA-256 is put after it; a text that ends in such a tail by
 * itself counts as altered. So two different raw texts never share a value, and a plain value has exactly
 * one raw text: itself. `invert` stands on that. The empty text gives the empty value, nothing else does.
 */
export function legalValue(raw: string): string {
  if (isPlain(raw)) return raw;
  return `${cut(clean(raw), VALUE_LIMIT - HASH_DIGITS - 1)}~${sha256Hex(raw).slice(0, HASH_DIGITS)}`;
}
