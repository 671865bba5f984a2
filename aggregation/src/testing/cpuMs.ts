/**
 * Milliseconds that the processor worked while something ran: unlike time, they do not grow where others have the
 * processor meanwhile.
 */
export function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
