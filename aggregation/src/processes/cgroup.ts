/** A process's place in one hierarchy of control groups. */
export interface CgroupPath {
  /**
   * How far above the reader's own group the path begins: seen from a cgroup namespace of one's own, the rest of the
   * machine is reached by `..`. 0 for a path from the root.
   */
  readonly above: number;
  /** Names of the groups, outermost first. */
  readonly parts: readonly string[];
}

/** `4:cpu,cpuacct:/a/b` of version 1, `0::/a/b` of version 2. The kernel allows no line end in a name. */
const LINE = /^\d+:[^:]*:(\/.*)$/;

/** The kernel puts this after the path of a group that was removed under a process that is about to end. */
const REMOVED = ' (deleted)';

/** Deeper groups tell nothing more; what comes from a file may be of any length. */
const MOST_PARTS = 64;

function parsePath(path: string): CgroupPath {
  const kept = path.endsWith(REMOVED) ? path.slice(0, -REMOVED.length) : path;
  const parts = kept.split('/').filter((part) => part !== '');
  const first = parts.findIndex((part) => part !== '..');
  const above = first < 0 ? parts.length : first;
  return { above, parts: parts.slice(above, above + MOST_PARTS) };
}

/**
 * Reads the text of /proc/PID/cgroup: a line for each hierarchy of version 1, one for version 2, or both on a machine
 * that mixes them. Lines that are none are passed over.
 */
export function parseCgroup(text: string): CgroupPath[] {
  return text.split('\n').flatMap((line) => {
    const path = LINE.exec(line)?.[1];
    return path === undefined ? [] : [parsePath(path)];
  });
}
