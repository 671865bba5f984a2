import type { NvmlFigures, NvmlLeafField } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import { readBoardFigures, readPcieThroughput } from '../read/boardFigures.js';
import type { GpmScope, GpmWindow } from '../read/gpm.js';
import { createGpmWindow } from '../read/gpm.js';
import { readLeafFigures } from '../read/leafFigures.js';
import type { MigInstance, MigLayout } from '../read/mig.js';
import { createNvlinkRates } from '../read/nvlinkRates.js';
import type { Reading } from '../read/reading.js';

/** Figures of a device and its instances, some over the time since the last look. */
export interface DeviceFigures {
  /** Of the board, and of the leaf where there are no instances. */
  board(reading: Reading, layout: MigLayout, monotonicMs: number): NvmlFigures;
  instance(
    reading: Reading,
    instance: MigInstance,
    monotonicMs: number,
  ): NvmlFigures<NvmlLeafField>;
  /** Lets go what belongs to instances that are no more. */
  keep(layout: MigLayout): void;
  /** Frees what the library holds for it. */
  close(): void;
}

export function createDeviceFigures(nvml: NvmlLibrary, gpu: NvmlHandle): DeviceFigures {
  const nvlink = createNvlinkRates(nvml, gpu);
  /** By what they look at; a divided GPU and a whole one are looked at in different ways. */
  const gpm = new Map<string, GpmWindow>();

  function gpmOf(key: string, scope: GpmScope): GpmWindow {
    const window = gpm.get(key) ?? createGpmWindow(nvml, gpu, scope);
    gpm.set(key, window);
    return window;
  }

  function keepOnly(keys: ReadonlySet<string>): void {
    for (const [key, window] of gpm) {
      if (keys.has(key)) continue;
      window.close();
      gpm.delete(key);
    }
  }

  return {
    board(reading, { mig }, monotonicMs) {
      const own = readBoardFigures(nvml, reading, gpu);
      const leaf = mig ? {} : readLeafFigures(nvml, reading, gpu);
      const scope = mig ? 'links' : 'gpu';
      const profiled = gpmOf(scope, scope).read(reading, monotonicMs);
      const pcie =
        profiled.gpmPcieTransmit === undefined ? readPcieThroughput(nvml, reading, gpu) : {};
      return { ...own, ...leaf, ...pcie, ...profiled, ...nvlink.read(reading, monotonicMs) };
    },
    instance(reading, { handle, uuid, gpuInstance }, monotonicMs) {
      return {
        ...readLeafFigures(nvml, reading, handle),
        ...gpmOf(uuid, { gpuInstance }).read(reading, monotonicMs),
      };
    },
    keep({ mig, instances }) {
      const scope = mig ? 'links' : 'gpu';
      keepOnly(new Set([scope, ...instances.map(({ uuid }) => uuid)]));
    },
    close: () => keepOnly(new Set()),
  };
}
