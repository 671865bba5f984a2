import { scenesWords } from './scenesWords.js';

type Tree = { readonly [key: string]: string | Tree };

const at = (tree: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Tree | undefined)?.[key], tree);

describe("the words of Scenes' controls", () => {
  it.each([
    ['en-US', 'Refresh'],
    ['zh-Hans', '刷新'],
  ])('are there in %s', async (language, refresh) => {
    const words = await scenesWords(language);
    const said = at(words, 'grafana-scenes', 'components', 'scene-refresh-picker', 'text-refresh');
    expect(said).toBe(refresh);
  });

  it('have what Scenes has not translated beside what it has', async () => {
    const select = at(
      await scenesWords('zh-Hans'),
      'grafana-scenes',
      'variables',
      'variable-value-select',
    );
    expect(select).toEqual({ 'all-label': 'All', 'placeholder-select-value': '选择值' });
  });
});
