import { createPreviewWorld } from '../../preview.js';
import { kubeStatePage } from '../../protocol/foreign/kubeState.js';
import type { World } from '../world.js';

const NOW = Date.UTC(2026, 9, 1, 12) / 1000;

describe('the site of the preview, when it is first looked at', () => {
  let world: World;
  beforeAll(() => {
    world = createPreviewWorld({ nowSeconds: NOW, days: 0.5 });
    world.advance(NOW);
  });

  const podsOf = (name: string) => world.pods().filter(({ app }) => app.name === name);
  const states = () => world.site.nodes.flatMap((node) => world.gpus(node));
  const busyOf = (name: string): number[] =>
    states().flatMap(({ uses }) =>
      uses.filter(({ pod }) => pod.app.name === name).map((one) => one.busy),
    );

  it('has eight nodes, 56 GPUs and seven tenants at work', () => {
    expect(world.site.nodes).toHaveLength(8);
    expect(states()).toHaveLength(56);
    const spaces = new Map(world.site.namespaces.map((one) => [one.name, one.workspace]));
    const running = world.pods().filter(({ phase }) => phase === 'Running');
    expect(new Set(running.map(({ app }) => spaces.get(app.namespace))).size).toBe(7);
  });

  it('has an app that asked for four GPUs and uses one', () => {
    expect(busyOf('segment-train').filter((busy) => busy > 0)).toHaveLength(1);
    expect(busyOf('segment-train')).toHaveLength(4);
  });

  it.each(['paper-notebook', 'prompt-notebook'])('has %s, which is held and forgotten', (name) => {
    expect(podsOf(name).map(({ phase }) => phase)).toEqual(['Running']);
    expect(busyOf(name)).toEqual([0]);
  });

  it('has a pod that waits for GPUs', () => {
    expect(podsOf('vlm-pretrain').map(({ phase }) => phase)).toEqual(['Pending']);
  });

  it('has one GPU that is too hot, one that its cap holds back, one that is broken, one with a bad link', () => {
    const having = (is: (state: ReturnType<typeof states>[number]) => boolean): number =>
      states().filter(is).length;
    expect(having(({ hotSeconds }) => hotSeconds > 0)).toBe(1);
    expect(having(({ powerCapSeconds }) => powerCapSeconds > 0)).toBe(1);
    expect(having(({ brokenRows }) => brokenRows > 0)).toBe(1);
    expect(having(({ badLinkSeconds }) => badLinkSeconds > 0)).toBe(1);
  });

  it('has quotas of which one is nearly used up', () => {
    const quotas = kubeStatePage(world).filter(
      ({ name, labels }) =>
        name === 'kube_resourcequota' && labels['resource'] === 'requests.nvidia.com/gpu',
    );
    const parts = world.site.quotas?.map(({ namespace }) => {
      const of = (type: string): number =>
        quotas.find(({ labels }) => labels['namespace'] === namespace && labels['type'] === type)
          ?.value ?? NaN;
      return of('used') / of('hard');
    });
    expect(parts?.filter((part) => part > 0.85)).toHaveLength(1);
    expect(parts?.every((part) => part <= 1)).toBe(true);
  });

  it('gives no slot to two pods', () => {
    const given = world.pods().flatMap(({ slots }) => slots);
    expect(new Set(given).size).toBe(given.length);
  });
});
