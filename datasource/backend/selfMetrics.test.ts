import { createSelfMetrics } from './selfMetrics.js';

describe('createSelfMetrics', () => {
  it('counts what happened and reads its gauges at each scrape', async () => {
    const metrics = createSelfMetrics('1.2.3');
    let waiting = 1;
    metrics.gauges.waiting = () => waiting;
    metrics.answered('lines', 'ok', 0.2);
    metrics.answered('lines', 'STORE_TIMEOUT', 40);
    metrics.stored('lines', 0.1);
    metrics.dropped(3);
    metrics.looked('fields', 'hit');
    waiting = 4;
    const text = await metrics.text();
    for (const line of [
      'gpuscope_logs_questions_total{kind="lines",outcome="ok"} 1',
      'gpuscope_logs_questions_total{kind="lines",outcome="STORE_TIMEOUT"} 1',
      'gpuscope_logs_question_seconds_count{kind="lines"} 2',
      'gpuscope_logs_question_seconds_bucket{le="0.25",kind="lines"} 1',
      'gpuscope_logs_store_seconds_sum{kind="lines"} 0.1',
      'gpuscope_logs_hits_dropped_total 3',
      'gpuscope_logs_cache_looks_total{cache="fields",found="hit"} 1',
      'gpuscope_logs_waiting 4',
      'gpuscope_logs_build_info{version="1.2.3"} 1',
    ])
      expect(text.split('\n')).toContain(line);
  });

  it('keeps two plugins of one process apart', async () => {
    const [one, other] = [createSelfMetrics('1'), createSelfMetrics('2')];
    one.dropped(1);
    expect(await other.text()).toContain('gpuscope_logs_hits_dropped_total 0');
  });
});
