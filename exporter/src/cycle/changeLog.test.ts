import { GpuscopeError } from '@gpuscope/aggregation';
import { createLogger } from '../logger.js';
import { logCatcher } from '../testing/fakes.js';
import { createChangeLog } from './changeLog.js';
import type { KeptStatus } from './kept.js';

const UP: KeptStatus = { up: true, durationSeconds: 0, lastSuccessSeconds: 1 };
const down = (code: 'SOURCE_TIMEOUT' | 'SOURCE_REFUSED', message: string): KeptStatus => ({
  up: false,
  durationSeconds: 0,
  lastSuccessSeconds: 1,
  error: new GpuscopeError(code, message),
});

function caught() {
  const sink = logCatcher();
  const log = createChangeLog(createLogger('info', sink));
  return { log, taken: () => sink.lines.splice(0).map(({ level, msg }) => [level, msg]) };
}

describe('createChangeLog', () => {
  it('writes a line when an upstream changes, none while it does not', () => {
    const { log, taken } = caught();
    log.upstream('source', 'dcgm', UP);
    expect(taken()).toEqual([['info', 'source answers']]);
    log.upstream('source', 'dcgm', UP);
    expect(taken()).toEqual([]);
    for (let cycle = 0; cycle < 100; cycle += 1) {
      log.upstream('source', 'dcgm', down('SOURCE_TIMEOUT', `no answer, try ${cycle}`));
    }
    expect(taken()).toEqual([['warn', 'no answer, try 0']]);
    log.upstream('source', 'dcgm', down('SOURCE_REFUSED', 'status 500'));
    expect(taken()).toEqual([['warn', 'status 500']]);
    log.upstream('source', 'dcgm', UP);
    expect(taken()).toEqual([['info', 'source answers again']]);
  });

  it('tells upstreams of one name and two kinds apart', () => {
    const { log, taken } = caught();
    log.upstream('source', 'dcgm', UP);
    log.upstream('holder', 'dcgm', UP);
    expect(taken()).toHaveLength(2);
  });

  it('writes a finding when its text changes, and when it is gone', () => {
    const { log, taken } = caught();
    log.finding('unplaced', '');
    expect(taken()).toEqual([]);
    log.finding('unplaced', 'GPU-x');
    log.finding('unplaced', 'GPU-x');
    log.finding('unplaced', 'GPU-x, GPU-y');
    log.finding('unplaced', '');
    log.finding('unplaced', '');
    expect(taken()).toEqual([
      ['warn', 'GPU-x'],
      ['warn', 'GPU-x, GPU-y'],
      ['info', 'is well again'],
    ]);
  });

  it('writes a failure of ours as an error, once', () => {
    const { log, taken } = caught();
    const error = new GpuscopeError('INTERNAL', 'broken');
    log.failure('cycle', undefined);
    log.failure('cycle', error);
    log.failure('cycle', error);
    log.failure('cycle', undefined);
    expect(taken()).toEqual([
      ['error', 'broken'],
      ['info', 'works again'],
    ]);
  });
});
