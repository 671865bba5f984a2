import {
  createPipeline,
  DEFAULT_IDENTITY,
  normaliseDcgm,
  parseExposition,
} from '@gpuscope/aggregation';
import { DEMO_SITE } from './model/site.js';
import { createWorld, type World } from './model/world.js';
import { dcgmText } from './protocol/dcgmText.js';
import { listAllocatable, listPodResources } from './protocol/podResources.js';

const START = Date.UTC(2026, 9, 1) / 1000;
const HOUR = 3600;

const after = (hours: number): World => {
  const world = createWorld(DEMO_SITE, START);
  world.advance(START + hours * HOUR);
  return world;
};

describe('the simulated site', () => {
  it('is the same for the same seed, whatever the steps in which it moves', () => {
    const steps = createWorld(DEMO_SITE, START);
    for (let t = START; t <= START + 2 * HOUR; t += 5) steps.advance(t);
    const names = (world: World): string[] => world.pods().map(({ name }) => name);
    expect(names(steps)).toEqual(names(after(2)));
    expect(names(after(2)).length).toBeGreaterThan(3);
  });

  it('never gives a slot to two pods', () => {
    const world = createWorld(DEMO_SITE, START, 7);
    for (let t = START; t < START + 6 * HOUR; t += 60) {
      world.advance(t);
      const given = world.pods().flatMap(({ slots }) => slots);
      expect(new Set(given).size).toBe(given.length);
    }
  });

  it.each(DEMO_SITE.nodes)('serves text on $name of which nothing is dropped', (node) => {
    const world = after(3);
    const exposition = parseExposition(dcgmText(node, world.gpus(node)));
    expect(exposition.problems).toEqual([]);
    const telemetry = normaliseDcgm(exposition);
    expect(telemetry.drops).toEqual([]);
    expect(telemetry.boards).toHaveLength(node.gpus.length);
  });

  it('keeps every tenant busy within a day, some waiting and some ended', () => {
    const world = createWorld(DEMO_SITE, START);
    const phases = new Set<string>();
    for (let t = START; t < START + 24 * HOUR; t += 120) {
      world.advance(t);
      for (const { phase } of world.pods()) phases.add(phase);
    }
    expect([...phases].sort()).toEqual(['Pending', 'Running', 'Succeeded']);
    const workspaces = new Map(DEMO_SITE.namespaces.map((one) => [one.name, one.workspace]));
    const busy = world.truth().filter(({ busySeconds }) => busySeconds > 0);
    expect(new Set(busy.map(({ namespace }) => workspaces.get(namespace))).size).toBe(5);
  });

  it('lets the kubelet name exactly the devices that are on offer', () => {
    const world = after(4);
    for (const node of DEMO_SITE.nodes) {
      const offered = listAllocatable(world, node).flatMap(({ deviceIds }) => deviceIds);
      const held = listPodResources(world, node).flatMap(({ containers }) =>
        containers.flatMap(({ devices }) => devices.flatMap(({ deviceIds }) => deviceIds)),
      );
      expect(offered).toEqual(expect.arrayContaining(held));
      expect(held.length).toBeGreaterThan(0);
    }
  });

  it('is read by the pipeline with every figure in its place', () => {
    const world = after(3);
    const [node] = DEMO_SITE.nodes;
    if (node === undefined) throw new Error('the site has no nodes');
    const pipeline = createPipeline({
      node: node.name,
      rules: DEFAULT_IDENTITY,
      intervalMs: 15_000,
    });
    const telemetry = normaliseDcgm(parseExposition(dcgmText(node, world.gpus(node))));
    const { series, report } = pipeline.cycle({
      nowMs: START * 1000,
      monotonicMs: 0,
      telemetry,
      holders: [],
      directory: { pod: () => undefined, namespace: () => undefined, host: () => undefined },
      place: { pool: node.pool, rack: node.rack },
    });
    expect(report.missingMetrics).toEqual(['gpu_retired_pages_total', 'gpu_retired_pages_pending']);
    const unknown = series.filter(({ metric }) => metric === 'gpu_unattributed_allocated_ratio');
    expect(unknown.map(({ labels }) => labels['reason'])).toEqual(node.gpus.map(() => 'unknown'));
  });
});
