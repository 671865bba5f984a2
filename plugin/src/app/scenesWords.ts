import { t } from '@grafana/i18n';
import { loadResources } from '@grafana/scenes';

type Resources = Awaited<ReturnType<typeof loadResources>>;
type Tree = { readonly [key: string]: string | Tree };

/** What Scenes says and has not translated itself, as far as our pages show it. */
const added = (): Tree => ({
  'grafana-scenes': {
    variables: { 'variable-value-select': { 'all-label': t('nav.all', 'All') } },
  },
});

const isTree = (value: string | Tree | undefined): value is Tree => typeof value === 'object';

/** Both, the second where both have a text. */
const merged = (one: Tree, other: Tree): Tree =>
  Object.entries(other).reduce<Tree>((sum, [key, value]) => {
    const before = sum[key];
    return { ...sum, [key]: isTree(before) && isTree(value) ? merged(before, value) : value };
  }, one);

/** The words of Scenes' own controls: choices, time range, refresh. They are looked for among the plugin's texts. */
export const scenesWords = async (language: string): Promise<Resources> =>
  merged((await loadResources(language)) as Tree, added());
