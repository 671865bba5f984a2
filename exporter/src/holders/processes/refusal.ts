import type { ErrorCode, NvmlSnapshot } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';

/** The client speaks as a source; here it is a holder source that failed. */
const AS_HOLDER: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  SOURCE_TIMEOUT: 'HOLDER_TIMEOUT',
  SOURCE_REFUSED: 'HOLDER_REFUSED',
  SOURCE_NOT_FOUND: 'HOLDER_UNREACHABLE',
  SOURCE_UNREACHABLE: 'HOLDER_UNREACHABLE',
};

/** The same failure by a holder source's code. */
export function asHolderError(error: unknown): unknown {
  if (!(error instanceof GpuscopeError)) return error;
  const code = AS_HOLDER[error.code];
  return code === undefined ? error : new GpuscopeError(code, error.message, { cause: error });
}

const BLIND =
  'the processes on the GPUs cannot be seen: this exporter lives among process ids of its own, where a busy GPU ' +
  'looks idle. In Kubernetes set hostPID: true in its pod (chart: node.processes.enabled), with Docker --pid=host; inside ' +
  'LXC, kind or WSL 2 run it on the machine itself. Or take the holder processes out of gpuscope.yaml';

const UNLISTED =
  'the driver lists the processes of no GPU (a vGPU or WSL driver, or it refuses this user); take the holder ' +
  'processes out of gpuscope.yaml, or run the exporter as root';

/** @throws GpuscopeError HOLDER_REFUSED where a look tells nothing of processes: that must not pass for idle GPUs */
export function refuseBlind({ seesProcesses, devices }: NvmlSnapshot): void {
  if (!seesProcesses) throw new GpuscopeError('HOLDER_REFUSED', BLIND);
  if (devices.length > 0 && devices.every(({ processes }) => processes === undefined)) {
    throw new GpuscopeError('HOLDER_REFUSED', UNLISTED);
  }
}
