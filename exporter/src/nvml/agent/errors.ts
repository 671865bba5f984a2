import { GpuscopeError } from '@gpuscope/aggregation';
import { wordsOf } from '../../errorWords.js';
import { RestartNeeded } from './deviceWatches.js';
import type { AgentError } from './protocol.js';

const IN_CONTAINERS =
  'in a container set NVIDIA_VISIBLE_DEVICES=all and NVIDIA_DRIVER_CAPABILITIES=utility, or runtimeClassName: nvidia';

type Words = readonly [code: AgentError['code'], words: string];

/** What people can do about NVML not coming up, where more can be said than its code. */
const ADVICE: Readonly<Partial<Record<string, Words>>> = {
  NVML_ERROR_DRIVER_NOT_LOADED: [
    'SOURCE_NOT_FOUND',
    `the NVIDIA driver is not loaded: does nvidia-smi work on this machine? ${IN_CONTAINERS}`,
  ],
  NVML_ERROR_LIBRARY_NOT_FOUND: [
    'SOURCE_NOT_FOUND',
    `a part of the NVIDIA driver is missing: is it installed whole? ${IN_CONTAINERS}`,
  ],
  NVML_ERROR_LIB_RM_VERSION_MISMATCH: [
    'SOURCE_REFUSED',
    'the NVIDIA driver was updated, and the old one is still loaded: reload it, or reboot; in a container start it anew, so that it gets the new library',
  ],
  NVML_ERROR_NO_PERMISSION: [
    'SOURCE_REFUSED',
    `this user may not use the NVIDIA driver: /dev/nvidiactl and /dev/nvidia0, … must be readable and writable; ${IN_CONTAINERS}`,
  ],
};

/** NVML did not come up, for the reason of this code. */
export class StartFailed extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

const CANNOT_START: Words = ['SOURCE_REFUSED', 'NVML cannot be started'];
const CHANGED: Words = [
  'SOURCE_REFUSED',
  'the NVIDIA driver or its devices changed, and NVML is started anew',
];

function nvmlError(nvmlCode: string, otherwise: Words): AgentError {
  const [code, words] = ADVICE[nvmlCode] ?? otherwise;
  return { code, words: `${words} (${nvmlCode})` };
}

/** Whatever was thrown, in the words of the protocol. */
export function agentErrorOf(error: unknown): AgentError {
  if (error instanceof StartFailed) return nvmlError(error.code, CANNOT_START);
  if (error instanceof RestartNeeded) return nvmlError(error.code, CHANGED);
  if (error instanceof GpuscopeError) return { code: error.code, words: error.message };
  return { code: 'INTERNAL', words: `NVML cannot be asked: ${wordsOf(error)}` };
}
