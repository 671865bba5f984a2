/** What the suites on a stand-in for the driver's library use of NVML's parts. */
export type { NvmlHandle, NvmlLibrary, NvmlNumberCall } from '../library/library.js';
export { openNvml } from '../library/open.js';
export type { NvmlResult } from '../library/result.js';
