import {
  AT,
  busy,
  device,
  facts,
  gpustat,
  local,
  made,
  migDevice,
  reported,
  running,
} from './testing.js';

const on = (index: number, ...jobs: { job: string; uid?: number; account?: string }[]) => ({
  device: { by: 'index' as const, index },
  jobs,
});
const onUuid = (uuid: string, job: string) => ({
  device: { by: 'uuid' as const, uuid },
  jobs: [{ job, uid: 1000 }],
});
const onInstance = (index: number, gpuInstance: number, ...jobs: string[]) => ({
  device: { by: 'index' as const, index, gpuInstance },
  jobs: jobs.map((job) => ({ job })),
});
const onMig = (uuid: string, job: string) => ({
  device: { by: 'migUuid' as const, uuid },
  jobs: [{ job, uid: 1000 }],
});

const job = (id: string, rest: object = {}): object =>
  local({ job: id, user: 'alice', group: 'users', ...rest });

/** `[uuid or uuid/instance, job]` of each claim. */
const held = (claims: Awaited<ReturnType<typeof reported>>['claims']): unknown[] =>
  claims.map(({ device: ref, holder }) => [
    ref.by === 'instance' ? `${ref.uuid}/${ref.gpuInstance}` : 'uuid' in ref && ref.uuid,
    holder.kind === 'local' && holder.job,
  ]);

describe('jobs by their processes', () => {
  it('are held by job, user and group', async () => {
    const { claims } = await reported([busy(0, running(AT.job('7')), running(AT.job('7')))]);
    expect(claims.map(({ holder }) => holder)).toEqual([job('7')]);
  });

  it('keep the user of the batch script, whichever process comes first', async () => {
    const inContainer = running(AT.job('7'), { facts: facts(AT.job('7'), { uid: 100_999 }) });
    const first = await made([busy(0, running(AT.job('7')))]);
    const { report } = await made([busy(0, inContainer)], { jobs: first.jobs });
    expect(report.claims.map(({ holder }) => holder)).toEqual([job('7')]);
  });
});

describe('jobs by prologs’ files', () => {
  it('hold their device while nothing runs there', async () => {
    const { claims } = await reported([device(0), device(1)], {
      folders: [gpustat(on(1, { job: '7', uid: 1000, account: 'physics' }))],
    });
    expect(claims).toEqual([
      {
        device: { by: 'uuid', uuid: 'GPU-1' },
        holder: job('7', { account: 'physics' }),
        replicas: 1,
        resource: '',
      },
    ]);
  });

  it('are the same holder as their processes, whatever ids those have', async () => {
    const inContainer = running(AT.job('7'), { facts: facts(AT.job('7'), { uid: 100_999 }) });
    const { claims, figures } = await reported([busy(0, { ...inContainer, memory: 5 })], {
      folders: [gpustat(on(0, { job: '7', uid: 1000, account: 'physics' }))],
    });
    const holder = job('7', { account: 'physics' });
    expect(claims.map((claim) => claim.holder)).toEqual([holder]);
    expect(figures?.map((figure) => figure.holder)).toEqual([holder]);
  });

  it('go by the GPU’s uuid where a file of that name stands, else by its index', async () => {
    const { claims } = await reported([device(0), device(1)], {
      folders: [gpustat(on(0, { job: '8' }), on(1, { job: '9' }), onUuid('GPU-0', '7'))],
    });
    expect(held(claims)).toEqual([
      ['GPU-0', '7'],
      ['GPU-1', '9'],
    ]);
  });

  it('have their user from their processes where the file does not tell', async () => {
    const folders = [gpustat(on(0, { job: '7' }), on(1, { job: '7' }))];
    const first = await made([busy(0, running(AT.job('7'))), device(1)], { folders });
    expect(first.report.claims.map(({ holder }) => holder)).toEqual([job('7'), job('7')]);
    const later = await made([device(0), device(1)], { folders, jobs: first.jobs });
    expect(later.report.claims).toEqual(first.report.claims);
    const fresh = await made([device(0), device(1)], { folders });
    expect(fresh.report.claims.map(({ holder }) => holder)).toEqual([
      local({ job: '7' }),
      local({ job: '7' }),
    ]);
  });

  it('forget jobs that nobody tells of any more', async () => {
    const first = await made([busy(0, running(AT.job('7')))]);
    expect([...first.jobs.keys()]).toEqual(['7']);
    const later = await made([device(0)], { jobs: first.jobs });
    expect(later.jobs.size).toBe(0);
  });

  it('come from the second folder only where the first says nothing of a device', async () => {
    const { claims } = await reported([device(0), device(1)], {
      folders: [
        gpustat(on(0, { job: '7', uid: 1000 })),
        gpustat(on(0, { job: '1' }), on(1, { job: '2' })),
      ],
    });
    expect(held(claims)).toEqual([
      ['GPU-0', '7'],
      ['GPU-1', '2'],
    ]);
  });

  it('share a device that several were given', async () => {
    const { claims } = await reported([device(0)], {
      folders: [gpustat(on(0, { job: '7' }, { job: '8' }, { job: '7' }))],
    });
    expect(held(claims)).toEqual([
      ['GPU-0', '7'],
      ['GPU-0', '8'],
    ]);
  });

  it('leave an empty file’s device alone', async () => {
    expect((await reported([device(0)], { folders: [gpustat(on(0))] })).claims).toEqual([]);
  });

  it('keep a screen from holding the device of a job', async () => {
    const screen = running(AT.unit('gdm.service'), { kind: 'graphics' });
    const { claims } = await reported([busy(0, screen)], {
      folders: [gpustat(on(0, { job: '7', uid: 1000 }))],
    });
    expect(held(claims)).toEqual([['GPU-0', '7']]);
  });

  it('name files that could not be read', async () => {
    const folders = [{ exists: true, devices: [], problems: ['/run/gpustat/notes'] }];
    expect((await reported([device(0)], { folders })).unreadableIds).toEqual([
      '/run/gpustat/notes',
    ]);
  });
});

describe('jobs on MIG', () => {
  it('hold the instance that a file names by number or uuid', async () => {
    const { claims } = await reported([migDevice(0, [3, 4, 5], [])], {
      folders: [gpustat(onInstance(0, 3, '7'), onMig('MIG-0-5', '9'), on(0, { job: '1' }))],
    });
    expect(held(claims)).toEqual([
      ['GPU-0/3', '7'],
      ['GPU-0/5', '9'],
    ]);
  });

  it('share a GPU instance of which each has a compute instance', async () => {
    const divided = migDevice(0, [3, 4], []);
    const instances = divided.instances.map((one) =>
      one.gpuInstance === 3 ? { ...one, otherUuids: ['MIG-0-3b', 'MIG-0-3c'] } : one,
    );
    const { claims } = await reported([{ ...divided, instances }], {
      folders: [gpustat(onMig('MIG-0-3', '7'), onMig('MIG-0-3c', '8'), onInstance(0, 3, '9'))],
    });
    expect(held(claims)).toEqual([
      ['GPU-0/3', '7'],
      ['GPU-0/3', '8'],
    ]);
  });

  it('hold every instance where a file names the GPU and one job', async () => {
    const { claims } = await reported([migDevice(0, [3, 4], [])], {
      folders: [gpustat(on(0, { job: '7', uid: 1000 }))],
    });
    expect(held(claims)).toEqual([
      ['GPU-0/3', '7'],
      ['GPU-0/4', '7'],
    ]);
  });

  it('are not guessed at where a file names the GPU and several jobs', async () => {
    const { claims } = await reported([migDevice(0, [3, 4], [])], {
      folders: [gpustat(on(0, { job: '7' }, { job: '8' }))],
    });
    expect(claims).toEqual([]);
  });
});
