import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder, type TemporaryFolder } from '../../servers/index.js';
import { startLogs, type RunningLogs } from '../../world/start/logs/index.js';
import { startSimulatedSite, type RunningSite } from '../../world/start/site.js';

const LINE = /^\d\d:\d\d:\d\d\.\d{3} .*(HTTP|error)/;

describe('the logs of npm start', () => {
  const ends: (() => Promise<void>)[] = [];
  const said: string[] = [];
  let folder: TemporaryFolder;
  let site: RunningSite;
  let logs: RunningLogs | undefined;

  const common = {
    prometheus: { url: 'http://127.0.0.1:9' },
    line: (text: string) => void said.push(text),
    ends,
  };

  beforeAll(async () => {
    folder = await temporaryFolder('start-logs');
    site = await startSimulatedSite(folder.path, 1);
    logs = await startLogs(site.logs, {
      options: { logs: true },
      folder: folder.path,
      ...common,
    });
  }, 400_000);

  afterAll(async () => {
    for (const end of ends.reverse()) await end();
    await site.stop();
    await folder.remove();
  }, 100_000);

  const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

  it('show volume and lines of an app, and its new lines as they come', async () => {
    const before = await logs?.text('gateway');
    expect(said.filter((text) => text.includes('without logs'))).toEqual([]);
    expect(before).toMatch(/[▁▂▃▄▅▆▇█]{5}.* \d{2,}/u);
    expect(lastLine(before ?? '')).toMatch(LINE);
    // The bars move on by themselves; a new line is what counts. Times of day begin anew at midnight.
    let after = before;
    for (let tries = 0; lastLine(after ?? '') === lastLine(before ?? ''); tries += 1) {
      expect(tries).toBeLessThan(120);
      await sleep(1000);
      after = await logs?.text('gateway');
    }
    expect(lastLine(after ?? '')).toMatch(LINE);
  }, 300_000);

  it('say so when an app has none', async () => {
    const text = await logs?.text('nobody');
    expect(text).toContain('LOG of nobody');
    expect(text).not.toMatch(/[▁▂▃▄▅▆▇█]/u);
  });

  it('are left out when they are not wanted, or nobody knows the site’s logs', async () => {
    const started = { folder: folder.path, ...common };
    expect(await startLogs(site.logs, { options: { logs: false }, ...started })).toBeUndefined();
    expect(await startLogs(undefined, { options: { logs: true }, ...started })).toBeUndefined();
  });
});
