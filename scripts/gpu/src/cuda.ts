import type * as Koffi from 'koffi';
import { PTX_TARGETS, spinKernel } from './ptx.js';

/** What a run of the kernel took by the GPU's own timer, milliseconds: with whatever it had to wait for. */
export interface Spun {
  readonly gpuMs: number;
}

/** A GPU on which one process works. */
export interface Gpu {
  readonly multiprocessors: number;
  /** Holds so much memory until the end, and has written to it. */
  hold(bytes: number): void;
  /** Runs the kernel and waits for it. */
  spin(turns: number): Spun;
  close(): void;
}

/** A call of the CUDA driver API that did not succeed; the code is a CUresult. */
export class CudaError extends Error {
  constructor(
    readonly call: string,
    readonly code: number,
  ) {
    super(`${call} answered CUresult ${code}`);
  }
}

const MULTIPROCESSOR_COUNT = 16;
/** Waits by sleeping, so that a load costs no processor. */
const BLOCKING_SYNC = 4;
const THREADS = 128;
const OUT_BYTES = 24;

const C = {
  cuInit: ['uint32_t'],
  cuDeviceGet: ['void *', 'int'],
  cuDeviceGetAttribute: ['void *', 'int', 'int'],
  cuCtxCreate_v2: ['void *', 'uint32_t', 'int'],
  cuCtxDestroy_v2: ['uintptr_t'],
  cuMemAlloc_v2: ['void *', 'size_t'],
  cuMemsetD8_v2: ['uint64_t', 'uint8_t', 'size_t'],
  cuMemcpyDtoH_v2: ['void *', 'uint64_t', 'size_t'],
  cuModuleLoadData: ['void *', 'void *'],
  cuModuleGetFunction: ['void *', 'uintptr_t', 'str'],
  cuLaunchKernel: [
    'uintptr_t',
    ...Array.from({ length: 7 }, () => 'uint32_t'),
    'uintptr_t',
    'void **',
    'void **',
  ],
  cuStreamSynchronize: ['uintptr_t'],
} as const;

type Call = keyof typeof C;
type Api = Readonly<Record<Call, (...args: readonly unknown[]) => void>>;

function load(koffi: typeof Koffi, file: string): Koffi.LibraryHandle {
  try {
    return koffi.load(file);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** @throws Error naming the library or the symbol that is not there */
async function open(file: string): Promise<Api> {
  const library = load(await import('koffi'), file);
  const bound = Object.entries(C).map(([name, types]) => {
    const call = library.func(name, 'int', [...types]) as (...args: readonly unknown[]) => number;
    return [
      name,
      (...args: readonly unknown[]) => {
        const code = call(...args);
        if (code !== 0) throw new CudaError(name, code);
      },
    ];
  });
  return Object.fromEntries(bound) as Api;
}

function handle(call: (out: Buffer) => void): bigint {
  const out = Buffer.alloc(8);
  call(out);
  return out.readBigUInt64LE();
}

function loadKernel(api: Api): bigint {
  let failure: unknown;
  for (const target of PTX_TARGETS) {
    try {
      const text = Buffer.from(`${spinKernel(target)}\0`);
      const module = handle((out) => api.cuModuleLoadData(out, text));
      return handle((out) => api.cuModuleGetFunction(out, module, 'spin'));
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

/**
 * Opens a GPU by its number as CUDA counts them.
 * @throws CudaError; Error of the loader where there is no CUDA driver
 */
export async function openGpu(file: string, index: number): Promise<Gpu> {
  const api = await open(file);
  api.cuInit(0);
  const small = Buffer.alloc(8);
  api.cuDeviceGet(small, index);
  const device = small.readInt32LE();
  api.cuDeviceGetAttribute(small, MULTIPROCESSOR_COUNT, device);
  const multiprocessors = small.readInt32LE();
  const context = handle((out) => api.cuCtxCreate_v2(out, BLOCKING_SYNC, device));
  const kernel = loadKernel(api);
  const result = handle((out) => api.cuMemAlloc_v2(out, OUT_BYTES));
  const told = Buffer.alloc(OUT_BYTES);
  const [address, count] = [Buffer.alloc(8), Buffer.alloc(8)];
  address.writeBigUInt64LE(result);
  return {
    multiprocessors,
    hold(bytes) {
      const memory = handle((out) => api.cuMemAlloc_v2(out, bytes));
      api.cuMemsetD8_v2(memory, 1, bytes);
    },
    spin(turns) {
      count.writeBigUInt64LE(BigInt(Math.max(1, Math.round(turns))));
      const grid = [multiprocessors, 1, 1, THREADS, 1, 1, 0];
      api.cuLaunchKernel(kernel, ...grid, 0, [address, count], null);
      api.cuStreamSynchronize(0);
      api.cuMemcpyDtoH_v2(told, result, OUT_BYTES);
      const [began, ended] = [told.readBigUInt64LE(0), told.readBigUInt64LE(8)];
      return { gpuMs: Number(ended - began) / 1e6 };
    },
    close: () => api.cuCtxDestroy_v2(context),
  };
}
