/** What the buffer holds before a call; no field ends in eight bytes of it. */
export const UNTOUCHED = 0xa5;

/** Bytes that drivers are known to write per process. */
const KNOWN = [16, 24, 32];

/**
 * Bytes per record in a list of processes. Drivers 530 to 535.86 wrote 32 where nvml.h of before and after says 24, under
 * the same name, and some write 16 (XuehaiPan/nvitop#79, #226): so it is told from how much of the buffer they touched.
 *
 * @param buffer was filled with UNTOUCHED before the call
 * @param usual taken where what was touched is of no known size
 */
export function strideOf(buffer: Buffer, count: number, usual: number): number {
  if (count === 0) return usual;
  let end = buffer.length;
  while (end > 0 && buffer[end - 1] === UNTOUCHED) end--;
  const words = Math.ceil(end / 8) * 8;
  return KNOWN.find((bytes) => bytes * count === words) ?? usual;
}
