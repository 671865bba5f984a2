import { boardFiles, LANGUAGES, messagesOf } from '@gpuscope/dashboards';

interface Grid {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: Grid;
  readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
}

interface Board {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly links: readonly { readonly url: string }[];
  readonly templating: { readonly list: readonly { readonly name: string }[] };
}

interface BoardFile {
  readonly path: string;
  readonly text: string;
  readonly board: Board;
  /** How the last part of each panel's description begins. */
  readonly ifEmpty: string;
  /** Those of the same language, by uid. */
  readonly others: ReadonlyMap<string, Board>;
}

const FILES = LANGUAGES.flatMap((language): BoardFile[] => {
  const read = [...boardFiles(language)].map(([path, text]) => ({
    path,
    text,
    board: JSON.parse(text) as Board,
  }));
  const others = new Map(read.map(({ board }) => [board.uid, board]));
  const { ifEmpty } = messagesOf(language).render;
  return read.map((file) => ({ ...file, ifEmpty, others }));
});

const variables = ({ templating }: Board): string[] => templating.list.map(({ name }) => name);

const overlap = (a: Grid, b: Grid): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Every address of a board in a text: in links of boards, panels and columns. */
const addresses = (text: string): readonly string[] =>
  [...text.matchAll(/"url": "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');

describe('the boards of all languages', () => {
  it('fit into one Grafana, which has one board of a uid', () => {
    const uids = FILES.map(({ board }) => board.uid);
    expect(new Set(uids).size).toBe(FILES.length);
    // Grafana takes no others.
    expect(uids.filter((uid) => !/^[\w-]{1,40}$/.test(uid))).toEqual([]);
  });

  it('have titles of their own, by which they are told apart', () => {
    expect(new Set(FILES.map(({ board }) => board.title)).size).toBe(FILES.length);
  });
});

describe.each(FILES)('$path', ({ board, text, ifEmpty, others }) => {
  it('has panels that do not lie on one another, inside the 24 columns', () => {
    const { panels } = board;
    const clashes = panels.flatMap((a, i) =>
      panels
        .slice(i + 1)
        .flatMap((b) => (overlap(a.gridPos, b.gridPos) ? [[a.title, b.title]] : [])),
    );
    expect(clashes).toEqual([]);
    expect(panels.filter(({ gridPos }) => gridPos.x + gridPos.w > 24)).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('says of each panel what it answers and what is missing when it is empty, and gives it a unit', () => {
    const panels = board.panels.filter(({ type }) => type !== 'row');
    expect(panels.length).toBeGreaterThan(5);
    for (const { title, description, fieldConfig, targets } of panels) {
      const [question, how, empty] = (description ?? '').split('\n\n');
      expect(question).toMatch(/[?？]$/);
      expect((how ?? '').length).toBeGreaterThan(5);
      expect(empty).toMatch(new RegExp(`^${ifEmpty} .`));
      expect({ title, unit: fieldConfig?.defaults.unit ?? '' }).not.toEqual({ title, unit: '' });
      expect(new Set(targets?.map(({ refId }) => refId)).size).toBe(targets?.length);
    }
  });

  it('leads to boards that there are, with variables that they have', () => {
    const found = addresses(text);
    expect(found.length).toBeGreaterThan(3);
    for (const address of found) {
      const [, uid = '', query = ''] = /^\/d\/([^?]+)\?(.*)$/.exec(address) ?? [];
      const target = others.get(uid);
      expect({ address, known: target !== undefined }).toEqual({ address, known: true });
      const given = [...query.matchAll(/var-(\w+)=|\$\{(\w+):queryparam\}/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      expect(given).toContain('datasource');
      if (target !== undefined) expect(variables(target)).toEqual(expect.arrayContaining(given));
    }
  });

  it('carries the time range along in the links of its panels', () => {
    const shown = new Set(board.links.map(({ url }) => url));
    const inPanels = addresses(text).filter((address) => !shown.has(address));
    expect(inPanels.filter((address) => !address.includes('${__url_time_range}'))).toEqual([]);
  });

  it('asks for the chosen data source everywhere', () => {
    const uids = [...text.matchAll(/"datasource": \{\s*"type": "prometheus",\s*"uid": "([^"]*)"/g)];
    expect(uids.length).toBeGreaterThan(board.panels.length / 2);
    expect(new Set(uids.map((match) => match[1]))).toEqual(new Set(['${datasource}']));
  });
});
