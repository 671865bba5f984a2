/** Processes of one user on a machine, as far as they belong together: one unit, one job. Empty where there is none. */
export interface LocalProcesses {
  readonly host: string;
  /** Unix user by name, or its number where no name is known. */
  readonly user: string;
  /** Primary group of the user, likewise. */
  readonly group: string;
  /** systemd unit of the system (never one of a user's own), such as `vllm.service`. */
  readonly unit: string;
  /** Slurm job id. */
  readonly job: string;
  /** Slurm account, where something tells it. */
  readonly account: string;
}
