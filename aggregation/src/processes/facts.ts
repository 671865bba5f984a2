/** What /proc says of a process, as it says it. Plain JSON: recordings hold it. */
export type ProcessFacts =
  | {
      readonly found: true;
      /** The text of /proc/PID/cgroup. */
      readonly cgroup: string;
      /** Real user and group id. */
      readonly uid: number;
      readonly gid: number;
      /** Field 22 of /proc/PID/stat: with the pid, it tells a process from a later one of the same number. */
      readonly startTicks: number;
      /** Name of the program, at most 15 characters (/proc/PID/comm). */
      readonly command: string;
    }
  | {
      readonly found: false;
      /** It ended before it could be looked at; /proc hides it (hidepid); or /proc could not be read. */
      readonly reason: 'ended' | 'hidden' | 'unreadable';
    };
