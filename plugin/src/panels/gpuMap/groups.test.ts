import fc from 'fast-check';
import { fleet, mapFrames } from '../testing/site.js';
import { byWorst, cellsOf, countCells, kindOf, meanBusy } from './counts.js';
import { groupKind, groupNodes, MANY_NODES, ungrouped } from './groups.js';
import { groupedItems, lengthsOf, plainItems } from './items.js';
import { mapModel } from './model.js';
import { shownTenants, tenantsOf } from './tenants.js';

const pools = (node: number) => ({ pool: node % 2 === 0 ? 'train' : 'infer' });
const nodesOf = (...args: Parameters<typeof fleet>) => mapModel(mapFrames(fleet(...args)));

describe('the states', () => {
  it('are counted, each cell once', () => {
    const cells = cellsOf(
      nodesOf(1, 7, (_, gpu) => {
        const states = ['sick', 'throttled', 'heldIdle', 'free'] as const;
        return [
          ...states.map((state) => ({ state })),
          { busy: 0.5 },
          { busy: 0.49 },
          { busy: null },
        ][gpu]!;
      }),
    );
    expect(cells.map(kindOf)).toEqual([
      'sick',
      'throttled',
      'heldIdle',
      'free',
      'busy',
      'light',
      'unmeasured',
    ]);
    expect(Object.values(countCells(cells))).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('leave what nobody measures out of the mean', () => {
    const busy = [0.2, 0.6, null];
    expect(meanBusy(cellsOf(nodesOf(1, 3, (_, gpu) => ({ busy: busy[gpu]! }))))).toBeCloseTo(0.4);
    expect(meanBusy([])).toBeNaN();
  });
});

describe('groups', () => {
  it('are for many nodes only, unless somebody wishes', () => {
    const few = nodesOf(MANY_NODES, 1, pools);
    const many = nodesOf(MANY_NODES + 1, 1, pools);
    expect(groupKind(few, 'auto')).toBeUndefined();
    expect(groupKind(many, 'auto')).toBe('pool');
    expect(groupKind(few, 'pool')).toBe('pool');
    expect(groupKind(many, 'none')).toBeUndefined();
  });

  it('need a site that tells its nodes apart', () => {
    expect(groupKind(nodesOf(100, 1), 'auto')).toBeUndefined();
  });

  it('of one node each would only make the map longer', () => {
    const nodes = nodesOf(100, 1).map((node, at) => ({ ...node, rack: `rack-${at}` }));
    expect(groupKind(nodes, 'auto')).toBeUndefined();
    expect(groupKind(nodes.slice(0, 50).concat(nodes.slice(0, 50)), 'auto')).toBe('rack');
  });

  it('are not needed for the worst to come first: many nodes in no group do so, too', () => {
    const sick = (node: number) => (node === 40 ? { state: 'sick' as const } : {});
    const many = ungrouped(nodesOf(MANY_NODES + 10, 1, sick)).map(({ node }) => node);
    expect(many.slice(0, 3)).toEqual(['node-40', 'node-0', 'node-1']);
    expect(many).toHaveLength(MANY_NODES + 10);
    const few = nodesOf(8, 1, (node) => (node === 7 ? { state: 'sick' } : {}));
    expect(ungrouped(few)).toEqual(few);
  });

  it('come worst first, and so do their nodes', () => {
    const groups = groupNodes(
      nodesOf(6, 2, (node, gpu) => ({
        ...pools(node),
        ...(node === 3 && gpu === 0 ? { state: 'sick' } : {}),
        ...(node === 4 ? { state: 'heldIdle' } : {}),
      })),
      'pool',
    );
    expect(groups.map(({ name, nodes }) => [name, ...nodes.map(({ node }) => node)])).toEqual([
      ['infer', 'node-3', 'node-1', 'node-5'],
      ['train', 'node-4', 'node-0', 'node-2'],
    ]);
    expect(groups[1]).toMatchObject({ boards: 6, busy: 0.5, counts: { heldIdle: 2 } });
  });

  it('hold every node once', () => {
    const pool = fc.constantFrom('a', 'b', '');
    fc.assert(
      fc.property(fc.array(pool, { minLength: 1, maxLength: 30 }), (of) => {
        const nodes = nodesOf(of.length, 1, (node) => ({ pool: of[node]! }));
        const held = groupNodes(nodes, 'pool').flatMap((group) => group.nodes);
        expect(new Set(held)).toEqual(new Set(nodes));
        expect(held).toHaveLength(nodes.length);
      }),
      { numRuns: 30 },
    );
  });

  it('are ordered by what is worst, never by what is only second', () => {
    const none = countCells([]);
    expect(byWorst({ ...none, sick: 1 }, { ...none, throttled: 9, heldIdle: 9 })).toBeLessThan(0);
    expect(byWorst({ ...none, throttled: 1 }, { ...none, heldIdle: 9 })).toBeLessThan(0);
    expect(byWorst({ ...none, heldIdle: 1 }, { ...none, free: 9 })).toBeLessThan(0);
  });
});

describe('the lines', () => {
  it('are headings, with their nodes where they are open', () => {
    const groups = groupNodes(nodesOf(4, 2, pools), 'pool');
    const items = groupedItems(groups, new Set([groups[1]!.key]));
    expect(items.map(({ kind }) => kind)).toEqual(['group', 'group', 'node', 'node']);
    expect(lengthsOf(items)).toEqual([1, 1, 3, 3]);
    expect(plainItems(groups[0]!.nodes)).toHaveLength(2);
  });
});

describe('the tenants', () => {
  it('are named by how much they have', () => {
    const tenants = ['nlp', 'cv', 'nlp', undefined];
    const cells = cellsOf(
      nodesOf(1, 4, (_, gpu) => {
        const tenant = tenants[gpu];
        return tenant === undefined ? {} : { tenant, app: 'a' };
      }),
    );
    expect(tenantsOf(cells)).toEqual([
      { tenant: 'nlp', cells: 2 },
      { tenant: 'cv', cells: 1 },
    ]);
  });

  it('have what they share with others, too', () => {
    const cells = cellsOf(
      nodesOf(1, 3, (_, gpu) => ({
        app: 'a',
        tenant: 'cv',
        others: gpu === 0 ? [] : [{ tenant: 'nlp', app: 'b' }],
      })),
    );
    expect(tenantsOf(cells)).toEqual([
      { tenant: 'cv', cells: 3 },
      { tenant: 'nlp', cells: 2 },
    ]);
  });

  it('are shown as far as there is room, and always the one that is picked out', () => {
    const all = ['a', 'b', 'c', 'd'].map((tenant) => ({ tenant, cells: 1 }));
    const names = (chosen: string | undefined) =>
      shownTenants(all, 2, chosen).map(({ tenant }) => tenant);
    expect(names(undefined)).toEqual(['a', 'b']);
    expect(names('d')).toEqual(['a', 'b', 'd']);
    expect(names('gone')).toEqual(['a', 'b']);
  });
});
