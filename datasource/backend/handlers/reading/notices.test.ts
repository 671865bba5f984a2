import { answerOf } from '../../testing/fakeStore.js';
import { info, warning } from '@gpuscope/aggregation/logs';
import { say } from '@gpuscope/aggregation';
import { distinct, partialNotices } from './notices.js';
import { errorWith, textWith } from '../../testing/matching.js';

describe('partialNotices', () => {
  it('says nothing of a whole answer', () => {
    expect(partialNotices(answerOf())).toEqual([]);
  });

  it('says everything that is missing, with the first reason', () => {
    const answer = answerOf({
      timedOut: true,
      tookMs: 1234,
      shards: { total: 5, failed: 2, reasons: ['disk is full', 'other'] },
      skippedClusters: ['idc2', 'idc3', 'idc4', 'idc5'],
    });
    expect(partialNotices(answer).map(({ severity, text }) => [severity, text])).toEqual([
      ['warning', textWith(/gave up after 1\.2 s/)],
      ['warning', textWith(/2 of 5 shards .*\(disk is full\)/)],
      ['warning', textWith(/no answer from idc2, idc3, idc4 and 1 more/)],
    ]);
  });

  it('does not pass off as an answer what no shard gave', () => {
    const shards = { total: 3, failed: 3, reasons: ['red'] };
    expect(() => partialNotices(answerOf({ shards }))).toThrow(errorWith('STORE_REFUSED', 'red'));
  });

  it('takes no shards at all for none that failed', () => {
    expect(partialNotices(answerOf({ shards: { total: 0, failed: 0, reasons: [] } }))).toEqual([]);
  });
});

describe('distinct', () => {
  it('says each thing once', () => {
    const said = say('notice.order');
    expect(distinct([info(said), warning(said), info(said)])).toEqual([info(said), warning(said)]);
  });
});
