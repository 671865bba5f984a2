import { say } from '@gpuscope/aggregation';
import type { DataFrame, DataQueryRequest } from '@grafana/data';
import { dateTime } from '@grafana/data';
import { config } from '@grafana/runtime';
import * as fc from 'fast-check';
import { lastValueFrom } from 'rxjs';
import type { World } from '../testing/grafana.js';
import { grafanaWith } from '../testing/grafana.js';
import { linesQuery } from '../testing/queries.js';
import type { LogsQuery } from '../types.js';
import { readSaid } from './readSaid.js';

const from = dateTime(1_000_000);
const to = dateTime(2_000_000);
const range = { from, to, raw: { from, to } };

const ask = async (results: object) => {
  const { datasource } = grafanaWith({ answers: { '/api/ds/query': { results } } });
  const targets = [linesQuery()];
  const request = { requestId: 'R', range, scopedVars: {}, targets, intervalMs: 1000 };
  const response = await lastValueFrom(
    datasource.query(request as unknown as DataQueryRequest<LogsQuery>),
  );
  return { response, frames: response.data as DataFrame[] };
};

const frameOf = (meta: object) => ({
  schema: { refId: 'A', meta, fields: [] },
  data: { values: [] },
});

const readAs = (language: string) => Object.assign(config.bootData.user, { language });
afterEach(() => readAs('en-US'));

const shards = say('notice.shardsFailed', {
  failed: 2,
  total: 5,
  why: say('notice.noReason'),
});
const notice = { severity: 'warning', text: shards.text };

describe('a Chinese reader', () => {
  beforeEach(() => readAs('zh-Hans'));

  it('reads an answer’s notices in Chinese, with what stands in their places', async () => {
    const other = { severity: 'info', text: 'of Grafana itself' };
    const meta = { notices: [other, notice], custom: { said: [shards], limit: 5 } };
    const { frames } = await ask({ A: { status: 200, frames: [frameOf(meta)] } });
    expect(frames[0]?.meta?.notices).toEqual([
      other,
      {
        severity: 'warning',
        text: '缺少部分日志：日志存储的 5 个分片中有 2 个没有应答（日志存储没有说明原因）。',
      },
    ]);
  });

  it('reads in Chinese why there is no answer, and sees no frame for it', async () => {
    const reason = say('words.at', { reason: say('words.quoteOpen', { at: 3 }) });
    const refused = say('error.coded', { code: 'QUERY_INVALID', reason });
    const frames = [frameOf({ custom: { refused } })];
    const { response } = await ask({ A: { status: 400, error: refused.text, frames } });
    expect(response.errors?.[0]?.message).toBe(
      'QUERY_INVALID：搜索词：第 3 个字符处的引号没有闭合',
    );
    expect(response.error?.message).toBe(response.errors?.[0]?.message);
    expect(response.data).toEqual([]);
  });

  it('is told in English what another than the backend says', async () => {
    const refused = say('question.gone');
    const frames = [frameOf({ custom: { refused } })];
    const { response } = await ask({ A: { status: 502, error: 'bad gateway', frames } });
    expect(response.errors?.[0]?.message).toBe('bad gateway');
  });

  it('is told in English what only a newer backend says', async () => {
    const newer = { id: 'notice.newer', text: 'Something new.' };
    const meta = { notices: [{ severity: 'info', text: newer.text }], custom: { said: [newer] } };
    const { frames } = await ask({ A: { status: 200, frames: [frameOf(meta)] } });
    expect(frames[0]?.meta?.notices?.[0]?.text).toBe('Something new.');
  });

  it('finds names and figures of the logs as they are, whatever they hold', async () => {
    const said = say('notice.clustersSkipped', { clusters: '{{clusters}} $& <b>' });
    const meta = { notices: [{ severity: 'info', text: said.text }], custom: { said: [said] } };
    const { frames } = await ask({ A: { status: 200, frames: [frameOf(meta)] } });
    expect(frames[0]?.meta?.notices?.[0]?.text).toBe(
      '缺少部分日志：{{clusters}} $& <b> 没有应答。',
    );
  });

  it('reads what lists of names say in Chinese', async () => {
    const answer = { values: [], isCut: false, notices: [shards.text], said: [shards] };
    const { datasource } = grafanaWith({ answers: { 'resources/values': answer } });
    const { notices } = await datasource.findValues('app', {});
    expect(notices).toEqual([expect.stringContaining('个分片中有 2 个没有应答')]);
  });

  it('reads in Chinese why there is no list', async () => {
    const said = say('question.cursorUnknown');
    const data = { code: 'QUERY_INVALID', message: said.text, said };
    const refused = Object.assign(new Error(said.text), { data });
    const world: World = { answers: { 'resources/lines': refused } };
    const { datasource } = grafanaWith(world);
    await expect(datasource.postResource('lines', {})).rejects.toMatchObject({
      data: { message: expect.stringContaining('游标无效') as string },
    });
  });

  it('reads the health of the source in Chinese, remedies too', async () => {
    const [found, mend] = [say('health.clockBehind', { seconds: '61.0' }), say('remedy.clocks')];
    const details = {
      said: say('health.toMend', { warnings: 1 }),
      checks: [
        {
          state: 'warning',
          text: found.text,
          said: found,
          remedy: mend.text,
          remedySaid: mend,
        },
      ],
    };
    const message = details.said.text;
    const health = { status: 'OK', message, details };
    const { datasource } = grafanaWith({ answers: { '/health': health } });
    const { message: told, items } = await datasource.health();
    expect(told).toBe('可以查询日志，但有 1 处需要修正：请看详细信息。');
    expect(items).toMatchObject([
      {
        text: '日志存储的时钟比本机慢 61.0 秒。',
        remedy: expect.stringContaining('NTP') as string,
      },
    ]);
  });
});

describe('an English reader', () => {
  it('reads what the backend wrote', async () => {
    readAs('en-US');
    const meta = { notices: [notice], custom: { said: [shards] } };
    const { frames } = await ask({ A: { status: 200, frames: [frameOf(meta)] } });
    expect(frames[0]?.meta?.notices).toEqual([notice]);
  });
});

describe('whatever comes over the wire', () => {
  it('is a text or none, and never harms', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const said = readSaid(value);
        expect(said === undefined || typeof said.text === 'string').toBe(true);
      }),
    );
    expect(readSaid({ id: 'a', text: 'b', values: { c: null } })).toBeUndefined();
    expect(readSaid({ id: 'a', text: 'b', values: { c: [1, { id: 'd', text: 'e' }] } })).toEqual({
      id: 'a',
      text: 'b',
      values: { c: [1, { id: 'd', text: 'e' }] },
    });
  });

  it('is not read where texts stand in each other without end', () => {
    let deep: object = { id: 'a', text: 'b' };
    for (let at = 0; at < 100; at += 1) deep = { id: 'a', text: 'b', values: { deep } };
    expect(readSaid(deep)).toBeUndefined();
  });
});
