import { waitFor } from '@testing-library/react';
import {
  EmbeddedScene,
  type CustomVariable,
  MultiValueVariable,
  SceneTimeRange,
  SceneVariableSet,
  sceneGraph,
  sceneUtils,
} from '@grafana/scenes';
import { VariableHide } from '@grafana/schema';
import { LANGUAGES, boardOf, en, messagesOf, type VariableSpec } from '@gpuscope/dashboards';
import { setSources } from '../testing/sources.js';
import { Board } from './Board.js';
import { variableOf } from './variables.js';

interface Site {
  readonly clusters?: readonly string[];
  readonly sources?: readonly string[];
  /** Apps by tenant. */
  readonly apps?: () => Readonly<Record<string, readonly string[]>>;
  readonly nodes?: () => readonly string[];
}

const PROMETHEUS = (uid: string) => ({ uid, type: 'prometheus', name: uid });

/** What a Prometheus of the site answers to the query of a variable. */
function valuesIn({ clusters = ['east'], apps, nodes }: Site) {
  const byTenant = apps ?? (() => ({ research: ['llm', 'chat'], risk: ['ocr'] }));
  return (query: string): readonly string[] => {
    if (query.endsWith(', cluster)')) return clusters;
    if (query.endsWith(', tenant)')) return Object.keys(byTenant());
    if (query.endsWith(', node)')) return (nodes ?? (() => ['gpu-1', 'gpu-2']))();
    if (!query.endsWith(', app)')) return [];
    const [, tenant = ''] = /tenant=~"([^"]*)"/.exec(query) ?? [];
    return Object.entries(byTenant()).flatMap(([name, all]) =>
      new RegExp(`^(${tenant})$`).test(name) ? all : [],
    );
  };
}

/** The variables of a board at an address, alive. */
async function opened(board: 'app' | 'node', address: string, site: Site = {}) {
  setSources(
    { values: valuesIn(site), sources: (site.sources ?? ['prom']).map(PROMETHEUS) },
    (text, scoped) => {
      const { __sceneObject: found } = scoped as {
        __sceneObject?: { value: { valueOf: () => never } };
      };
      return found === undefined
        ? text
        : sceneGraph.interpolate(found.value.valueOf(), text, scoped as never, 'regex');
    },
  );
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-6h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: boardOf(board, en).variables.map((variable) => variableOf(variable, 'prom')),
    }),
    body: new Board({ parts: [] }),
  });
  sceneUtils.syncStateFromSearchParams(scene, new URLSearchParams(address));
  leave = scene.activate();
  const { $variables: set } = scene.state;
  const isBusy = () =>
    set?.state.variables.some((one) => set.isVariableLoadingOrWaitingToUpdate(one));
  const settled = () =>
    waitFor(() => expect(isBusy()).toBe(false), { interval: 5, timeout: 20_000 });
  await settled();
  const variable = (name: string) => {
    const found = set?.state.variables.find(({ state }) => state.name === name);
    if (!(found instanceof MultiValueVariable)) throw new Error(`no variable ${name}`);
    return found as MultiValueVariable;
  };
  return {
    chosen: (name: string) => [variable(name).state.value].flat().map(String),
    isOffered: (name: string) => variable(name).state.hide !== VariableHide.hideVariable,
    choose: async (name: string, ...values: string[]) => {
      variable(name).changeValueTo(values, undefined, true);
      await settled();
    },
    refresh: async () => {
      scene.state.$timeRange?.onRefresh();
      await settled();
    },
  };
}

let leave = (): void => undefined;
afterEach(() => {
  leave();
  leave = () => undefined;
});

const ALL = ['$__all'];

describe('the choices of a board', () => {
  it('are all there is where the address says nothing, and one node on the page of a node', async () => {
    const app = await opened('app', '');
    expect(['cluster', 'tenant', 'app', 'user'].map(app.chosen)).toEqual([ALL, ALL, ALL, ALL]);
    leave();
    expect((await opened('node', '')).chosen('node')).toEqual(['gpu-1']);
  });

  it.each(['llm', 'a.b(c)|d', 'DOMAIN\\x', '训练', '.+', '<b>', '" or vector(1) #'])(
    'are those of the address, whatever the name is and whether anybody still bears it: %s',
    async (name) => {
      const page = await opened('app', `var-app=${encodeURIComponent(name)}`);
      expect(page.chosen('app')).toEqual([name]);
    },
  );

  it('stay when the page asks anew, though what is looked at has gone meanwhile', async () => {
    let nodes = ['gpu-1', 'gpu-2'];
    const page = await opened('node', 'var-node=gpu-2', { nodes: () => nodes });
    nodes = ['gpu-1'];
    await page.refresh();
    await page.refresh();
    expect(page.chosen('node')).toEqual(['gpu-2']);
    nodes = [];
    await page.refresh();
    expect(page.chosen('node')).toEqual(['gpu-2']);
  });

  it('stay when the page asks anew, though nobody bears the name that a link brought', async () => {
    const page = await opened('app', 'var-tenant=research&var-app=llm&var-app=gone');
    await page.refresh();
    expect(page.chosen('app')).toEqual(['llm', 'gone']);
  });

  it('follow the choice before them: an app of another tenant is no longer chosen', async () => {
    const page = await opened('app', 'var-tenant=research&var-app=llm');
    expect(page.chosen('app')).toEqual(['llm']);
    await page.choose('tenant', 'risk');
    expect(page.chosen('app')).toEqual(ALL);
    await page.choose('app', 'ocr');
    await page.refresh();
    expect(page.chosen('app')).toEqual(['ocr']);
  });

  it('stay where the choice before them still has them', async () => {
    const page = await opened('app', 'var-tenant=research&var-app=llm');
    await page.choose('tenant', 'research', 'risk');
    expect(page.chosen('app')).toEqual(['llm']);
  });

  it.each(['var-nobody=x', 'var-=x', 'var-__proto__=x', 'var-tenant=$__all', 'var-tenant=All'])(
    'are not troubled by an address that says %s',
    async (address) => {
      const page = await opened('app', address);
      expect(['tenant', 'app'].map(page.chosen)).toEqual([ALL, ALL]);
    },
  );
});

describe('a choice of one', () => {
  it.each([
    ['cluster', { clusters: ['east'] }, '', false],
    ['cluster', { clusters: [] }, '', false],
    ['cluster', { clusters: ['east', 'west'] }, '', true],
    ['cluster', { clusters: ['east'] }, 'var-cluster=east', false],
    ['cluster', { clusters: ['east'] }, 'var-cluster=gone', true],
    ['cluster', { clusters: [] }, 'var-cluster=gone', true],
    ['datasource', { sources: ['prom'] }, '', false],
    ['datasource', { sources: ['prom', 'other'] }, '', true],
    ['datasource', { sources: ['prom'] }, 'var-datasource=gone', true],
  ] as const)('of %s in %j at %j is offered: %s', async (name, site, address, isOffered) => {
    expect((await opened('app', address, site)).isOffered(name)).toBe(isOffered);
  });

  it('is offered in every language with all its words and values', () => {
    const choices = LANGUAGES.flatMap((language) =>
      boardOf('overview', messagesOf(language)).variables.filter(
        (spec): spec is Extract<VariableSpec, { kind: 'choice' }> => spec.kind === 'choice',
      ),
    );
    expect(choices).toHaveLength(LANGUAGES.length);
    for (const spec of choices) {
      const variable = variableOf(spec, undefined) as CustomVariable;
      variable.validateAndUpdate().subscribe();
      expect(variable.state.options.map(({ label, value }) => ({ text: label, value }))).toEqual(
        spec.options,
      );
    }
  });
});
