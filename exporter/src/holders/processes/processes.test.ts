import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NvmlSnapshot } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { newFolder, removeFolders } from '../../proc/testing.js';
import { failureOf, never, telemetry } from '../../testing/fakes.js';
import type { ProcessesHolderOptions } from './index.js';
import { createProcessesHolder } from './index.js';
import {
  AT,
  busy,
  device,
  fakeUsers,
  local,
  pods,
  POD_A,
  running,
  snapshot,
  TRAIN,
} from './testing.js';

afterAll(removeFolders);

function holder(look: () => Promise<NvmlSnapshot>, rest: Partial<ProcessesHolderOptions> = {}) {
  const asked: number[] = [];
  let closed = 0;
  const source = createProcessesHolder({
    site: { gpustat: '/no/such/folder' },
    host: 'gpu-1',
    nvml: {
      snapshot: (maxAgeMs) => {
        asked.push(maxAgeMs);
        return look();
      },
      close: () => {
        closed += 1;
        return Promise.resolve();
      },
    },
    lookMaxAgeMs: 1_500,
    pods,
    users: fakeUsers(),
    sole: false,
    ...rest,
  });
  return {
    asked,
    ask: () => source.report(telemetry(), never),
    close: () => source.close(),
    closed: () => closed,
  };
}

const seen =
  (...devices: Parameters<typeof snapshot>[0]) =>
  () =>
    Promise.resolve(snapshot(devices));

describe('createProcessesHolder', () => {
  it('reports on the same look as the source of its cycle', async () => {
    const { ask, asked, close, closed } = holder(seen(busy(0, running(AT.pod(POD_A)))));
    const report = await ask();
    expect(report.source).toBe('processes');
    expect(report.claims.map((claim) => claim.holder)).toEqual([TRAIN]);
    expect(asked).toEqual([1_500]);
    await close();
    expect(closed()).toBe(1);
  });

  it('reads both folders of prologs', async () => {
    const folder = newFolder();
    const mapping = newFolder();
    writeFileSync(join(folder, '0'), '7 1000\n');
    writeFileSync(join(mapping, '1'), '8\n');
    const { ask } = holder(seen(device(0), device(1)), {
      site: { gpustat: folder, jobMapping: mapping },
    });
    expect((await ask()).claims.map((claim) => claim.holder)).toEqual([
      local({ job: '7', user: 'alice', group: 'users' }),
      local({ job: '8' }),
    ]);
  });

  it('remembers between cycles whose a job is', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '0'), '7\n');
    let devices = [busy(0, running(AT.job('7')))];
    const { ask } = holder(() => Promise.resolve(snapshot(devices)), { site: { gpustat: folder } });
    const first = await ask();
    devices = [device(0)];
    expect((await ask()).claims).toEqual(first.claims);
  });

  it('refuses to take a busy GPU for an idle one where it can’t see processes', async () => {
    const { ask } = holder(() => Promise.resolve(snapshot([device(0)], { seesProcesses: false })));
    const error = await failureOf(ask());
    expect(error.code).toBe('HOLDER_REFUSED');
    expect(error.message).toContain('hostPID: true');
  });

  it('refuses where the driver lists the processes of no device, but not where it lists some', async () => {
    const { processes: _, ...unlisted } = device(0);
    const error = await failureOf(holder(seen(unlisted)).ask());
    expect(error.code).toBe('HOLDER_REFUSED');
    expect(error.message).toContain('lists the processes of no GPU');
    expect((await holder(seen(unlisted, busy(1, running('/')))).ask()).claims).toHaveLength(1);
    expect((await holder(seen()).ask()).claims).toEqual([]);
  });

  it.each([
    ['SOURCE_NOT_FOUND', 'HOLDER_UNREACHABLE'],
    ['SOURCE_TIMEOUT', 'HOLDER_TIMEOUT'],
    ['SOURCE_REFUSED', 'HOLDER_REFUSED'],
    ['INTERNAL', 'INTERNAL'],
  ] as const)('says %s of the driver as %s', async (given, code) => {
    const failed = new GpuscopeError(given, 'the driver says no');
    const error = await failureOf(holder(() => Promise.reject(failed)).ask());
    expect(error).toMatchObject({ code, message: 'the driver says no' });
  });
});
