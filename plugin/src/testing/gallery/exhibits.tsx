import type { PanelPlugin } from '@grafana/data';
import type { ReactElement } from 'react';
import { gpuMapPanel } from '../../panels/gpuMap/index.js';
import { holdersPanel } from '../../panels/holders/index.js';
import { linesPanel } from '../../panels/lines/index.js';
import { ringPanel } from '../../panels/ring/index.js';
import { panelProps, type Given } from '../../panels/testing/panelProps.js';
import { HOUR_MS, NOW_MS, holderFigures, logFigures, mapFigures, ringFigures } from './figures.js';

/** A panel with figures that never change. */
export interface Exhibit {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly Drawn: () => ReactElement | null;
}

interface Shown<T> extends Omit<Given<T>, 'width' | 'height'> {
  readonly size: readonly [width: number, height: number];
}

function exhibit<T extends object>(name: string, panel: PanelPlugin<T>, shown: Shown<T>): Exhibit {
  const [width, height] = shown.size;
  const Panel = panel.panel;
  const props = panelProps<T>({ ...shown, width, height });
  return { name, width, height, Drawn: () => Panel && <Panel {...props} /> };
}

const GIB = 2 ** 30;
const WIDE = [780, 340] as const;
const range = [NOW_MS - 6 * HOUR_MS, NOW_MS] as const;

/** @param lines how many log lines the list of lines has */
export const exhibits = (lines: number): readonly Exhibit[] => [
  exhibit('ring', ringPanel, {
    options: { unit: 'gpus' },
    series: ringFigures(64, 51, 30.5),
    size: [380, 230],
  }),
  exhibit('ring-narrow', ringPanel, {
    options: { unit: 'bytes' },
    series: ringFigures(4096 * GIB, 3000 * GIB, 900 * GIB),
    size: [220, 320],
  }),
  exhibit('gpu-map-8-nodes', gpuMapPanel, { options: {}, series: mapFigures(8), size: WIDE }),
  exhibit('gpu-map-800-nodes', gpuMapPanel, { options: {}, series: mapFigures(800), size: WIDE }),
  exhibit('holders', holdersPanel, { options: {}, series: holderFigures(), size: WIDE, range }),
  exhibit('lines', linesPanel, {
    options: { columns: ['pod'] },
    series: logFigures(lines),
    size: [780, 400],
    range,
  }),
];
