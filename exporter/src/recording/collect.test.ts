import { parseSite } from '@gpuscope/aggregation';
import { board, fakeClock, telemetry } from '../testing/fakes.js';
import { AS_IT_IS } from './anonymise/index.js';
import { createCollector, tapInto } from './collect.js';
import { createRecorder } from './recorder.js';

const parsed = parseSite(
  '{"version":1,"cluster":"c","exporter":{"sources":[{"dcgm":{"url":"http://a/"}}]}}',
);

function collecting(read: () => Promise<unknown>) {
  const recorder = createRecorder();
  if (!('site' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  const close = () => Promise.resolve();
  const asked: string[] = [];
  const collect = createCollector({
    sources: [{ name: 'dcgm', read: () => read() as Promise<ReturnType<typeof telemetry>>, close }],
    holders: [
      {
        name: 'podResources',
        report: () => {
          asked.push('podResources');
          return Promise.reject(new Error('no socket'));
        },
        close,
      },
    ],
    nodeLabels: parsed.site.exporter.nodeLabels,
    recorder,
    filter: AS_IT_IS,
    timeoutMs: 50,
    clock: fakeClock(),
  });
  return { recorder, collect, asked };
}

describe('createCollector', () => {
  it('has a source that hangs recorded as timed out, whatever it said before', async () => {
    const { recorder, collect, asked } = collecting(() => new Promise(() => undefined));
    tapInto(recorder, AS_IT_IS).exposition('dcgm', 'a 1\n', []);
    const { telemetry: read, failures } = await collect();
    expect(read).toBeUndefined();
    expect(failures).toEqual(['dcgm: no answer within 50 ms']);
    expect(asked).toEqual([]);
    expect(recorder.lines(0)).toEqual([{ t: 0, source: 'dcgm', failed: 'SOURCE_TIMEOUT' }]);
  });

  it('has a holder source that fails recorded as failed, and goes on', async () => {
    const { recorder, collect } = collecting(() =>
      Promise.resolve(telemetry({ boards: [board('GPU-a')] })),
    );
    const { telemetry: read, failures } = await collect();
    expect(read?.boards).toHaveLength(1);
    expect(failures).toEqual(['podResources: no socket']);
    expect(recorder.lines(0)).toEqual([{ t: 0, holder: 'podResources', failed: 'INTERNAL' }]);
  });
});

describe('tapInto', () => {
  it('leaves out the lines of machines that were refused', () => {
    const recorder = createRecorder();
    const line = (host: string) => `a{gpu="0",Hostname="${host}"} 1\n`;
    const text = `# HELP a b\n${line('gpu-1')}${line('gpu-2')}${line('gpu-10')}`;
    tapInto(recorder, AS_IT_IS).exposition('dcgm', text, ['gpu-2']);
    expect(recorder.lines(0)).toEqual([
      { t: 0, source: 'dcgm', exposition: `# HELP a b\n${line('gpu-1')}${line('gpu-10')}` },
    ]);
  });
});
