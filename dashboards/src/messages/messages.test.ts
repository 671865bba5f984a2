import { boards } from '../boards/index.js';
import { boardJson } from '../grafana/board.js';
import { panelOptions } from '../grafana/panel.js';
import type { BoardSpec } from '../spec/boardSpec.js';
import { en } from './en/index.js';
import { LANGUAGES, messagesOf } from './languages.js';
import type { Messages } from './messages.js';

type Words = { readonly [key: string]: string | Words };

/** Every text with its path, such as `words.held`. */
const leaves = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );

/** The same table with its paths for texts. */
function paths<T extends Words>(words: T, path = ''): T {
  const entries = Object.entries(words).map(([key, value]) => [
    key,
    typeof value === 'string' ? `⟦${path}${key}⟧` : paths(value, `${path}${key}.`),
  ]);
  return Object.fromEntries(entries) as T;
}

const MARKED: Messages = paths(en);

/** With them, boards say money, too. */
const PRICES = { currency: '€', perGpuHour: 1 };

/** All of a board: as JSON, and as the app's own panels have it. */
const everything = (board: BoardSpec): string =>
  JSON.stringify([
    boardJson(board, { words: MARKED.render }),
    board.sections.flatMap(({ panels }) =>
      panels.map((panel) =>
        panelOptions(panel, { words: MARKED.render, linkUrl: ({ to }) => `/a/${to}` }),
      ),
    ),
  ]);

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\w+\}\}/g)].map(([found]) => found).sort();

/** Names and signs that are the same in every language. */
const NAMES = /^[\s·/,.()–]*$/;
const WITHOUT_NAMES = (text: string): string =>
  text.replace(
    /dtdhms|Exporter|Tensor Core|Prometheus|GPU|CPU|MIG|XID|UUID|NVLink|PCIe|Pod|\$1|\{\{\w+\}\}/g,
    '',
  );

describe('texts', () => {
  it('are all in use', () => {
    const shown = boards(MARKED, PRICES).map(everything).join('\n');
    const unused = leaves(en)
      .map(([path]) => path)
      .filter((path) => !shown.includes(`⟦${path}⟧`));
    expect(unused).toEqual([]);
  });

  it('of boards come from the table, and are not written beside it', () => {
    const found = boards(MARKED, PRICES).flatMap((board) => {
      const { title, description, templating, links } = boardJson(board, {
        words: MARKED.render,
      }) as unknown as Board;
      return [
        title,
        description,
        ...templating.list.map(({ label }) => label),
        ...links.map((link) => link.title),
        ...board.sections.flatMap((section) => [
          section.title,
          ...section.panels.flatMap((panel) => [
            panel.text.title,
            ...panel.queries.flatMap(({ legend }) => legend ?? []),
            ...(panel.kind === 'table' ? panel.columns.map((column) => column.title) : []),
          ]),
        ]),
      ];
    });
    expect(found.length).toBeGreaterThan(300);
    const bare = found.filter((text) => !text.includes('⟦') && !NAMES.test(WITHOUT_NAMES(text)));
    expect(bare).toEqual([]);
  });
});

interface Board {
  readonly title: string;
  readonly description: string;
  readonly templating: { readonly list: readonly { readonly label: string }[] };
  readonly links: readonly { readonly title: string }[];
}

describe.each(LANGUAGES.filter((language) => language !== 'en'))('in %s', (language) => {
  const english = new Map(leaves(en));
  const texts = leaves(messagesOf(language));

  it('every text is there, and no other', () => {
    expect(texts.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
  });

  it('texts have the placeholders of the English ones', () => {
    for (const [path, text] of texts) {
      expect({ path, has: placeholders(text) }).toEqual({
        path,
        has: placeholders(english.get(path) ?? ''),
      });
    }
  });

  it('no text is left in English', () => {
    const untranslated = texts.filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && !NAMES.test(WITHOUT_NAMES(text)),
    );
    expect(untranslated).toEqual([]);
    const sentences = texts.filter(([, text]) =>
      /(?:\b[a-z]{2,}\b[ ,]+){3,}[a-z]/.test(text.replace(/kubectl [ -~]+/g, '')),
    );
    expect(sentences).toEqual([]);
  });

  it('texts name the same metrics and fields', () => {
    const named = (text: string): readonly string[] =>
      [...new Set(text.match(/\b\w+_\w+\b/g) ?? [])].sort();
    for (const [path, text] of texts) {
      expect({ path, names: named(text) }).toEqual({ path, names: named(english.get(path) ?? '') });
    }
  });

  it('no English full stop or comma stands between Chinese words', () => {
    expect(texts.filter(([, text]) => /\p{Script=Han}[,.;:?!](?:\s|$)/u.test(text))).toEqual([]);
  });
});
