/** A body for a reading: a page that stops half way would lose records, so time is kept by the request alone. */
export function pageBody(
  body: Readonly<Record<string, unknown>>,
  size: number,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(body).filter(([key]) => key !== 'timeout');
  return { ...Object.fromEntries(entries), size };
}
