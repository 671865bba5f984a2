import { boardOf } from '../boards/index.js';
import { en } from '../messages/en/index.js';
import { numbers, own } from '../spec/panel.js';
import type { PanelSpec, StockPanel } from '../spec/panelSpec.js';
import { boardJson } from './board.js';
import type { RenderOptions } from './rendering.js';
import { uidsIn } from './uid.js';

const TEXT = { title: 'T', question: 'Q?', how: 'H', ifEmpty: 'E' };

const stock = (id: string, width: number, height: number): StockPanel =>
  numbers('stat', {
    id,
    text: { ...TEXT, title: id },
    unit: 'gpus',
    size: [width, height],
    queries: [],
  });

const instead = (id: string, width: number, plain: readonly StockPanel[]): PanelSpec =>
  own('ring', { id, text: TEXT, unit: 'gpus', size: [width, 9], queries: {}, plain });

interface Placed {
  readonly title: string;
  readonly type: string;
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
}

function placed(...sections: readonly (readonly PanelSpec[])[]): Record<string, readonly number[]> {
  const { panels } = boardJson({
    ...boardOf('exporter', en),
    sections: sections.map((own, at) => ({
      id: `s${String(at)}`,
      title: `row ${String(at)}`,
      panels: own,
    })),
  }) as unknown as { readonly panels: readonly Placed[] };
  return Object.fromEntries(
    panels.map(({ title, gridPos: { x, y, w, h } }) => [title, [x, y, w, h]]),
  );
}

describe('a board as JSON', () => {
  it('lays panels from left to right, and what stands for one of ours one under the other', () => {
    expect(
      placed(
        [
          instead('a', 8, [stock('a1', 8, 6), stock('a2', 8, 4)]),
          stock('b', 8, 3),
          stock('c', 12, 5),
        ],
        [stock('d', 24, 2)],
      ),
    ).toEqual({
      'row 0': [0, 0, 24, 1],
      a1: [0, 1, 8, 6],
      a2: [0, 7, 8, 4],
      b: [8, 1, 8, 3],
      c: [0, 11, 12, 5],
      'row 1': [0, 16, 24, 1],
      d: [0, 17, 24, 2],
    });
  });

  it('opens with the time range that the board wants', () => {
    expect(boardJson(boardOf('waste', en))).toMatchObject({ time: { from: 'now-30d', to: 'now' } });
    expect(boardJson(boardOf('overview', en))).toMatchObject({ time: { from: 'now-6h' } });
  });

  it('leads to boards of its own language, from its head and from its panels', () => {
    const addresses = (options: RenderOptions): readonly string[] =>
      [
        ...JSON.stringify(boardJson(boardOf('overview', en), options)).matchAll(/\/d\/([^?"]+)/g),
      ].map(([, uid = '']) => uid);
    const english = addresses({});
    expect(english).toEqual(expect.arrayContaining(['gpuscope-app', 'gpuscope-node']));
    expect(addresses({ uidOf: uidsIn('zh') })).toEqual(english.map((uid) => `${uid}-zh-Hans`));
    expect(boardJson(boardOf('node', en), { uidOf: uidsIn('zh') })).toMatchObject({
      uid: 'gpuscope-node-zh-Hans',
    });
  });

  it('has nothing that only the app can draw', () => {
    const text = JSON.stringify(boardJson(boardOf('overview', en)));
    expect(text).not.toContain('gpuscope-ring-panel');
    expect(text).not.toContain('gpuscope-gpumap-panel');
    expect(text).toContain('"type":"bargauge"');
  });
});
