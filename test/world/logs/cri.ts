import type { LogTruth } from './truth.js';

/** A container runtime cuts longer lines into parts. */
const PART_BYTES = 16 * 1024;

/** `2026-10-01T08:00:00.123456789Z stdout F ` is 46 bytes, whichever stream. */
const HEAD_BYTES = 46;

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
 * a part that goes on.
 */
export function criText({ timeNs, line, stream }: LogTruth): string {
  const head = `${isoNanos(timeNs)} ${stream} `;
  const bytes = Buffer.from(line);
  if (bytes.length <= PART_BYTES) return `${head}F ${line}\n`;
  const parts: string[] = [];
  // Parts are cut at bytes, whatever characters they cut; latin1 keeps each byte.
  for (let at = 0; at < bytes.length; at += PART_BYTES) {
    const tag = at + PART_BYTES < bytes.length ? 'P' : 'F';
    parts.push(`${head}${tag} ${bytes.toString('latin1', at, at + PART_BYTES)}\n`);
  }
  return Buffer.from(parts.join(''), 'latin1').toString();
}
