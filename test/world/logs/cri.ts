import type { LogTruth } from './truth.js';

/** A container runtime cuts longer lines into parts. */
const PART_BYTES = 16 * 1024;

/** `2026-10-01T08:00:00.123456789Z stdout F ` is 40 bytes, whichever stream. */
const HEAD_BYTES = 40;

const LINE_BREAK = Buffer.from('\n');

/** Nanoseconds since the epoch as RFC 3339 with nine digits. */
export function isoNanos(timeNs: bigint): string {
  const seconds = new Date(Number(timeNs / 1_000_000_000n) * 1000).toISOString().slice(0, 19);
  return `${seconds}.${String(timeNs % 1_000_000_000n).padStart(9, '0')}Z`;
}

/** How many bytes the line takes in a container runtime's log file. */
export function criBytes(line: string): number {
  const bytes = Buffer.byteLength(line);
  return bytes + Math.max(1, Math.ceil(bytes / PART_BYTES)) * (HEAD_BYTES + 1);
}

/**
 * The line as a container runtime (CRI) writes it: time, stream, `F` for a whole line or its last part, `P` for
 * a part that goes on. Parts are cut at bytes, whatever characters they cut.
 */
export function criText({ timeNs, line, stream }: LogTruth): Buffer {
  const bytes = Buffer.from(line);
  const parts: Buffer[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += PART_BYTES) {
    const tag = at + PART_BYTES < bytes.length ? 'P' : 'F';
    const head = Buffer.from(`${isoNanos(timeNs)} ${stream} ${tag} `);
    parts.push(head, bytes.subarray(at, at + PART_BYTES), LINE_BREAK);
  }
  return Buffer.concat(parts);
}
