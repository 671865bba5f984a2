import { BOARD_IDS, isOwn, type BoardId } from '@gpuscope/dashboards';
import type { Browser } from 'playwright-core';
import { seriousFindings } from './support/accessibility.js';
import { boardAddress, boardIn } from './support/boardPages.js';
import { overflow, textsOnPage } from './support/inPage.js';
import { latinWords } from './support/latinWords.js';
import { openBrowser } from './support/openBrowser.js';
import { overlaps, panelsOf, withoutData } from './support/pages.js';
import { openPreview, type Site } from './support/preview.js';
import { askNow } from './support/truth.js';
import { visit, type Visitor } from './support/visitor.js';
import { englishTexts } from './support/words.js';

/** High enough for every panel to be in sight, so that every one is drawn. */
const HEIGHT = 4200;

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPreview(), openBrowser()]);
}, 1_200_000);
afterAll(() => browser.close());

/** Panels for which nothing to show is the good news, so that a sound site has nothing there. */
const GOOD_NEWS: Readonly<Partial<Record<BoardId, readonly string[]>>> = {
  // An alert fires once it has been so for some minutes, which a site that was just started has not been.
  overview: ['alerts'],
  app: ['pending', 'xids', 'too-many', 'too-large', 'events'],
  user: ['pending', 'xids', 'too-many', 'too-large'],
  node: ['xids', 'xid-history'],
  health: ['missing', 'xids', 'link-errors'],
  exporter: ['unplaced', 'dropped'],
};

interface Choice {
  readonly theme: 'dark' | 'light';
  readonly language: 'en-US' | 'zh-Hans';
}

/** What pods and Kubernetes say stands on the page in their own words. */
const WITH_LINES: readonly BoardId[] = ['app'];

/** Whose names these are, nobody translates. */
const NAMED = [
  'group by (tenant, app, user, namespace) (workload_pod_info)',
  'group by (container) (gpu_workload_info)',
  'group by (pool) (gpu_node_info)',
];

async function namesOf(visitor: Visitor): Promise<ReadonlySet<string>> {
  const found = await Promise.all(NAMED.map((query) => askNow(visitor, site, query)));
  return new Set(
    found
      .flat()
      .flatMap(({ labels }) => Object.values(labels))
      .map((name) => name.toLowerCase()),
  );
}

/** A real Grafana 12.4 says ranges of time and times past in English, whatever the language. */
const IN_ENGLISH = /^Last \d+ \w+$|^(a few|an?|\d+) \w+ ago$/;

const isOurs = (text: string): boolean => site.kind !== 'grafana' || !IN_ENGLISH.test(text);

/** What a reader would miss or stumble over, by kind; all of it, so that one run tells all. */
async function shortcomings(visitor: Visitor, id: BoardId, language: Choice['language']) {
  const { page, problems } = visitor;
  const panels = await panelsOf(page);
  const spec = boardIn(id, language);
  // A real Grafana's own frame says what it says.
  const texts = await page.evaluate(textsOnPage, site.kind === 'grafana' ? 'main' : 'body');
  const present = new Set(panels.map((panel) => panel.id));
  const english = language === 'zh-Hans' ? englishTexts() : new Set<string>();
  const wanted = spec.sections.flatMap((section) => section.panels);
  const stock = new Set(wanted.filter((panel) => !isOwn(panel)).map((panel) => panel.id));
  const titles = [
    ...wanted.map(({ text }) => text.title),
    ...spec.sections.map((one) => one.title),
  ];
  return {
    missing: wanted.filter((panel) => !present.has(panel.id)).map((panel) => panel.id),
    untitled: titles.filter((title) => !texts.includes(title)),
    withoutData: withoutData(panels.filter((panel) => !GOOD_NEWS[id]?.includes(panel.id))),
    english: [
      ...texts.filter((text) => english.has(text) && isOurs(text)),
      ...(language === 'zh-Hans' && !WITH_LINES.includes(id)
        ? latinWords(texts.filter(isOurs), await namesOf(visitor))
        : []),
    ],
    overflow: await page.evaluate(overflow),
    overlaps: overlaps(panels),
    inaccessible: await seriousFindings(page, 'main', stock),
    problems,
  };
}

const NONE = {
  missing: [],
  untitled: [],
  withoutData: [],
  english: [],
  overflow: 0,
  overlaps: [],
  inaccessible: [],
  problems: [],
};

describe.each(BOARD_IDS)('the page %s', (id) => {
  it.each<Choice>([
    { theme: 'dark', language: 'en-US' },
    { theme: 'light', language: 'zh-Hans' },
  ])('draws all of its panels with data, $theme, $language', async (choice) => {
    const visitor = await visit(browser, site, { ...choice, height: HEIGHT });
    try {
      await visitor.open(await boardAddress(visitor, site, id));
      expect(await shortcomings(visitor, id, choice.language)).toEqual(NONE);
    } finally {
      await visitor.leave();
    }
  });
});
