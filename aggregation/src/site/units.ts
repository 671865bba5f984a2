const DURATION_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of `15s`, `1m30s`, `500ms`, `31d` (units from large to small, each once); undefined for anything else. */
export function readDuration(text: string): number | undefined {
  const parts = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/.exec(text);
  if (parts === null || text === '') return undefined;
  return ['d', 'h', 'm', 's', 'ms'].reduce(
    (sum, unit, index) => sum + Number(parts[index + 1] ?? 0) * (DURATION_MS[unit] ?? 0),
    0,
  );
}

const SIZE_BYTES: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
};

/** Bytes of `100MiB`, `16KiB`, `1GB`, `512B`; undefined for anything else. */
export function readSize(text: string): number | undefined {
  const [, count, unit] = /^(\d+)\s?([kKMGi]*B)$/.exec(text) ?? [];
  const bytes = SIZE_BYTES[unit ?? ''];
  return count === undefined || bytes === undefined ? undefined : Number(count) * bytes;
}
