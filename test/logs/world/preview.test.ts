import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../servers/index.js';
import { sharedStore, type SharedStore } from '../../servers/stores/shared.js';
import { WORLD_RULES } from '../../world/history/index.js';
import { createAsker, siteText, textColumn, type Asker } from '../../world/logs/asking/index.js';
import { createEventLog, eventsIntoStore, logHistoryIntoStore } from '../../world/logs/index.js';
import { createLiveLog } from '../../world/logs/live.js';
import { shippedTemplate } from '../../world/logs/load/shipped.js';
import type { World } from '../../world/model/world.js';
import { createPreviewWorld } from '../../world/preview.js';
import { sumsBy } from './support/answers.js';

const KIND = 'opensearch-2.19';
const NOW = Date.UTC(2026, 9, 1, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HOURS = 3;

let store: SharedStore;
let folder: TemporaryFolder;
let world: World;
let lines: Asker;
let events: Asker;
let written: number;

const askerOn = (index: string, name: string): Promise<Asker> =>
  createAsker({
    folder: join(folder.path, name),
    config: siteText({ cluster: 'demo', store: { kind: KIND, url: store.url }, index }),
  });

beforeAll(async () => {
  store = await sharedStore(KIND);
  folder = await temporaryFolder('preview-logs');
  world = createPreviewWorld({ nowSeconds: NOW / 1000, days: HOURS / 24 });
  const log = createLiveLog(world, {
    fromMs: world.nowSeconds() * 1000 + MINUTE,
    nowMs: NOW,
    linesPerSecond: 0.5,
    rules: WORLD_RULES,
  });
  const eventLog = createEventLog(world);
  world.advance(NOW / 1000);

  const prefix = store.unique('logstash');
  const template = {
    ...(await shippedTemplate(KIND)),
    index_patterns: [`${prefix}-*`],
    priority: 600,
  };
  await store.must('PUT', `/_index_template/${prefix}`, template);
  written = await logHistoryIntoStore({ address: store.address, lines: log.until(NOW), prefix });

  const index = store.unique('gpuscope-events');
  const records = eventLog.until(NOW).map((record) => ({ ...record, index }));
  await eventsIntoStore({ address: store.address, events: records });
  await store.must('POST', `/${index}/_refresh`);
  lines = await askerOn(`${prefix}-*`, 'lines');
  events = await askerOn(index, 'events');
}, 400_000);

afterAll(async () => {
  await lines.close();
  await events.close();
  await folder.remove();
});

const past = { fromMs: NOW - HOURS * HOUR, toMs: NOW };

describe('the preview’s logs', () => {
  it('are in the store, all of them', async () => {
    expect(written).toBeGreaterThan(2000);
    const question = {
      show: 'counts',
      selection: {},
      by: ['app'],
      top: 100,
      instant: true,
    } as const;
    const counts = sumsBy(await lines.query(question, past), 'app');
    const sum = Object.values(counts).reduce((all, count) => all + count, 0);
    expect(sum).toBe(written);
    expect(Object.keys(counts).length).toBeGreaterThan(15);
  });

  it('have errors of the busiest app an hour ago, and few before and after', async () => {
    const errorsIn = async (fromMs: number, toMs: number): Promise<number> => {
      const question = {
        show: 'lines',
        selection: { apps: ['llm-pretrain'], words: 'ERROR' },
        limit: 2000,
      } as const;
      const tables = await lines.query(question, { fromMs, toMs });
      return tables.flatMap((table) => textColumn(table, 'body')).length;
    };
    const peak = await errorsIn(NOW - 75 * MINUTE, NOW - 60 * MINUTE);
    expect(peak).toBeGreaterThan(30);
    expect(await errorsIn(NOW - 130 * MINUTE, NOW - 76 * MINUTE)).toBeLessThan(peak / 4);
    expect(await errorsIn(NOW - 59 * MINUTE, NOW)).toBeLessThan(peak / 4);
  });

  it('are of the very pods that the metrics know', async () => {
    const range = { fromMs: NOW - 20 * MINUTE, toMs: NOW };
    const { values } = await lines.values({ selection: {}, name: 'pod', top: 500, range });
    const running = new Set(world.pods().map(({ name }) => name));
    const unknown = values.filter(({ text }) => !running.has(text));
    // A few have ended since.
    expect(unknown.length).toBeLessThan(values.length / 3);
    expect(values.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^llm-pretrain-/)]),
    );
  });
});

describe('the preview’s events', () => {
  const shown = async (selection: Parameters<Asker['query']>[0]['selection']) => {
    const tables = await events.query({ show: 'lines', selection, limit: 500 }, past);
    return tables.flatMap((table) => {
      const levels = textColumn(table, 'severity');
      return textColumn(table, 'body').map((body, at) => [body ?? '', levels[at]] as const);
    });
  };

  it('are found by app, with reason, message and level', async () => {
    const found = await shown({ apps: ['feature-store'] });
    const levelOf = new Map(found.map(([body, level]) => [body.split(':')[0], level]));
    expect(levelOf.get('OOMKilled')).toBe('warning');
    expect(levelOf.get('BackOff')).toBe('warning');
    expect(levelOf.get('Started')).toBe('info');
  });

  it('are found by words of their reason', async () => {
    const found = await shown({ words: 'FailedScheduling' });
    expect(found.length).toBeGreaterThan(5);
    for (const [body] of found) expect(body).toMatch(/^FailedScheduling: 0\/8 nodes/);
  });

  it('are counted by level', async () => {
    const question = { show: 'volume', selection: {}, intervalMs: 10 * MINUTE } as const;
    const sums = sumsBy(await events.query(question, past), 'level');
    expect(sums['warning']).toBeGreaterThan(5);
    expect(sums['info']).toBeGreaterThan(sums['warning'] ?? 0);
    expect(sums['unknown'] ?? 0).toBe(0);
  });
});
