import { seriesFrame } from '../testing/frames.js';
import { fleet, mapFrames } from '../testing/site.js';
import { isOf, isShared, soleHolder, tenantOf } from './cell.js';
import { cellsOf } from './counts.js';
import { mapModel } from './model.js';

describe('the nodes of a map', () => {
  it('come in the order in which people count, as their boards do', () => {
    const nodes = mapModel(mapFrames(fleet(11, 11)));
    expect(nodes.map(({ node }) => node)).toEqual([
      ...Array.from({ length: 11 }, (_, at) => `node-${at}`),
    ]);
    expect(nodes[0]?.boards.map(({ gpu }) => gpu)).toEqual([
      ...Array.from({ length: 11 }, (_, at) => String(at)),
    ]);
  });

  it('know their place', () => {
    const [node] = mapModel(mapFrames([{ node: 'a', gpu: '0', pool: 'train' }]));
    expect(node).toMatchObject({ cluster: 'idc1', node: 'a', pool: 'train', rack: '' });
  });

  it('have MIG instances within their board', () => {
    const [node] = mapModel(
      mapFrames([
        { node: 'a', gpu: '0', instance: '11', profile: '1g.10gb' },
        { node: 'a', gpu: '0', instance: '2', profile: '3g.40gb' },
        { node: 'a', gpu: '1' },
      ]),
    );
    expect(
      node?.boards.map(({ cells }) => cells.map(({ instance, profile }) => [instance, profile])),
    ).toEqual([
      [
        ['2', '3g.40gb'],
        ['11', '1g.10gb'],
      ],
      [['', '']],
    ]);
  });

  it('of two clusters are two, even if they are called alike', () => {
    const busy = (cluster: string) =>
      seriesFrame('busy', { cluster, node: 'a', gpu: '0' }, [[0, 0.5]]);
    expect(
      mapModel([busy('idc1'), busy('idc2')]).map(({ cluster, node }) => [cluster, node]),
    ).toEqual([
      ['idc1', 'a'],
      ['idc2', 'a'],
    ]);
  });

  it('are none where nothing was answered', () => {
    expect(mapModel([])).toEqual([]);
    expect(mapModel(mapFrames([]))).toEqual([]);
  });

  it('are those of every answer: a device that nobody measures is on the map', () => {
    const [, , holders] = mapFrames([{ node: 'a', gpu: '0', app: 'trainer' }]);
    const [cell] = cellsOf(mapModel([holders!]));
    expect(cell).toMatchObject({ node: 'a', gpu: '0', busy: NaN, state: 'plain' });
  });

  it('are read from series, too', () => {
    const labels = { cluster: 'idc1', node: 'a', gpu: '0', model: 'T4' };
    const [cell] = cellsOf(
      mapModel([
        seriesFrame('busy', labels, [
          [0, 0.1],
          [1, 0.9],
        ]),
      ]),
    );
    expect(cell).toMatchObject({ gpu: '0', model: 'T4', busy: 0.9 });
  });
});

describe('a cell', () => {
  const cellOf = (device: object) =>
    cellsOf(mapModel(mapFrames([{ node: 'a', gpu: '0', ...device }])))[0]!;

  it.each(['free', 'heldIdle', 'sick', 'throttled'] as const)(
    'is %s where its code says so',
    (state) => {
      expect(cellOf({ state }).state).toBe(state);
    },
  );

  it('knows who has it since when, where that is known', () => {
    expect(cellOf({ app: 'trainer', since: 1000 }).holders).toEqual([
      {
        tenant: 'cv',
        app: 'trainer',
        user: 'li.lei',
        namespace: 'cv',
        pod: 'trainer-0',
        sinceMs: 1e6,
      },
    ]);
    expect(cellOf({ app: 'trainer', since: 0 }).holders[0]).not.toHaveProperty('sinceMs');
  });

  it('is idle only for whom holds it', () => {
    expect(cellOf({ app: 'trainer', idle: 60 }).idleSeconds).toBe(60);
    expect(cellOf({ idle: 60 })).not.toHaveProperty('idleSeconds');
  });

  it('belongs to one tenant, or to none in particular', () => {
    expect(tenantOf(cellOf({ app: 'trainer' }))).toBe('cv');
    expect(tenantOf(cellOf({}))).toBe('');
    expect(tenantOf(cellOf({ app: 'a', others: [{ tenant: 'nlp', app: 'b' }] }))).toBe('');
    expect(tenantOf(cellOf({ app: 'a', others: [{ tenant: 'cv', app: 'b' }] }))).toBe('cv');
  });

  it.each([
    ['nobody', {}, false],
    ['one whose tenant nobody knows', { app: 'a', tenant: '' }, false],
    ['two apps of a tenant', { app: 'a', others: [{ tenant: 'cv', app: 'b' }] }, false],
    ['two tenants', { app: 'a', others: [{ tenant: 'nlp', app: 'b' }] }, true],
    ['a tenant and somebody unknown', { app: 'a', others: [{ tenant: '', app: 'b' }] }, true],
  ])('held by %s: whether it is shared', (_, device, shared) => {
    expect(isShared(cellOf(device))).toBe(shared);
  });

  it('is everybody’s who has a part of it', () => {
    const cell = cellOf({ app: 'a', others: [{ tenant: 'nlp', app: 'b' }] });
    expect(['cv', 'nlp', 'ocr'].map((tenant) => isOf(cell, tenant))).toEqual([true, true, false]);
  });

  it('leads to its app only where it has one', () => {
    expect(soleHolder(cellOf({ app: 'a' }))?.app).toBe('a');
    expect(soleHolder(cellOf({ app: 'a', others: [{ tenant: 'cv', app: 'a' }] }))?.app).toBe('a');
    expect(soleHolder(cellOf({ app: 'a', others: [{ tenant: 'nlp', app: 'a' }] }))).toBeUndefined();
    expect(soleHolder(cellOf({}))).toBeUndefined();
  });
});
