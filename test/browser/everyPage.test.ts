import { BOARD_IDS, isOwn, type BoardId } from '@gpuscope/dashboards';
import type { Browser } from 'playwright-core';
import { seriousFindings } from './support/accessibility.js';
import { boardAddress, boardIn } from './support/boardPages.js';
import { overflow, textsOnPage } from './support/inPage.js';
import { openBrowser } from './support/openBrowser.js';
import { overlaps, panelsOf, withoutData } from './support/pages.js';
import { openPreview, type Site } from './support/preview.js';
import { visit, type Visitor } from './support/visitor.js';
import { englishTexts } from './support/words.js';

/** High enough for every panel to be in sight, so that every one is drawn. */
const HEIGHT = 4200;

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPreview(), openBrowser()]);
}, 600_000);
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
    english: texts.filter((text) => english.has(text)),
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
