import { link, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server, ServerCredentials, status, type handleUnaryCall } from '@grpc/grpc-js';
import type { HolderReport, Telemetry } from '@gpuscope/aggregation';
import { startFakeKubelet, type FakeKubelet } from '../../../../test/servers/fakeKubelet.js';
import { createPodResources } from './index.js';

const UUID = 'GPU-ee71aa82-daa8-8d70-fbe8-cd508976034f';
const RESOURCES = ['nvidia.com/gpu', 'nvidia.com/gpu.shared', 'nvidia.com/mig-*'];
const NOTHING = {} as Telemetry;

const pod = (name: string, resourceName: string, deviceIds: readonly string[]): object => ({
  name,
  namespace: 'team-a',
  containers: [
    { name: 'main', devices: [{ resourceName, deviceIds, topology: { nodes: [{ ID: 1 }] } }] },
  ],
});

describe('podResources', () => {
  let dir: string;
  let socket: string;
  let kubelet: FakeKubelet | undefined;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kubelet-'));
    socket = join(dir, 'kubelet.sock');
  });
  afterEach(async () => {
    await kubelet?.stop();
    kubelet = undefined;
    await rm(dir, { recursive: true });
  });

  const ask = async (ms = 30_000): Promise<HolderReport> => {
    const holder = createPodResources({ socket, resources: RESOURCES });
    try {
      return await holder.report(NOTHING, AbortSignal.timeout(ms));
    } finally {
      await holder.close();
    }
  };

  it('reads who holds which device and what is on offer', async () => {
    kubelet = await startFakeKubelet({
      socket,
      list: () => [
        pod('trainer', 'nvidia.com/gpu', [UUID]),
        pod('web', 'example.com/fpga', ['f0']),
      ],
      allocatable: () => [{ resourceName: 'nvidia.com/gpu', deviceIds: [UUID] }],
    });
    expect(await ask()).toEqual({
      source: 'podResources',
      claims: [
        {
          device: { by: 'uuid', uuid: UUID },
          holder: { kind: 'pod', namespace: 'team-a', pod: 'trainer', container: 'main' },
          replicas: 1,
          resource: 'nvidia.com/gpu',
        },
      ],
      capacities: [{ device: { by: 'uuid', uuid: UUID }, replicas: 1, resource: 'nvidia.com/gpu' }],
      unknownResources: new Map(),
      unreadableIds: [],
      silentMeansFree: true,
    });
  });

  it('reads an answer of far more than 4 MiB', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) =>
      pod(`a-pod-with-a-rather-long-name-${String(i)}`, 'nvidia.com/gpu', [UUID]),
    );
    kubelet = await startFakeKubelet({ socket, list: () => many, allocatable: () => [] });
    expect((await ask(30_000)).claims).toHaveLength(60_000);
  }, 60_000);

  it('does without the list of what is on offer where the kubelet cannot give it', async () => {
    kubelet = await startFakeKubelet({ socket, list: () => [pod('a', 'nvidia.com/gpu', [UUID])] });
    const report = await ask();
    expect(report.claims).toHaveLength(1);
    expect(report.silentMeansFree).toBe(false);
  });

  it('says which socket is missing and what to mount', async () => {
    await expect(ask()).rejects.toMatchObject({
      code: 'HOLDER_UNREACHABLE',
      message: expect.stringMatching(/kubelet\.sock: .*no such socket; mount/) as string,
    });
  });

  it('hands on what the kubelet says when it refuses', async () => {
    kubelet = await startFakeKubelet({ socket, list: () => [], allocatable: () => [] });
    kubelet.setFailure(status.RESOURCE_EXHAUSTED);
    await expect(ask()).rejects.toMatchObject({
      code: 'HOLDER_REFUSED',
      message: expect.stringContaining('RESOURCE_EXHAUSTED') as string,
    });
  });

  it('gives up on a kubelet that never answers', async () => {
    kubelet = await startFakeKubelet({ socket, list: () => [], allocatable: () => [] });
    kubelet.hang(true);
    await expect(ask(300)).rejects.toMatchObject({ code: 'HOLDER_TIMEOUT' });
  });

  it('finds the kubelet again after a restart, with the same connection', async () => {
    const options = {
      socket,
      list: () => [pod('a', 'nvidia.com/gpu', [UUID])],
      allocatable: () => [],
    };
    kubelet = await startFakeKubelet(options);
    const holder = createPodResources({ socket, resources: RESOURCES });
    const report = (): Promise<HolderReport> => holder.report(NOTHING, AbortSignal.timeout(30_000));
    expect((await report()).claims).toHaveLength(1);
    await kubelet.stop();
    await expect(report()).rejects.toMatchObject({ code: 'HOLDER_UNREACHABLE' });
    kubelet = await startFakeKubelet(options);
    const deadline = Date.now() + 40_000;
    let claims = 0;
    while (claims === 0 && Date.now() < deadline) {
      claims = await report().then(
        (found) => found.claims.length,
        () => 0,
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await holder.close();
    expect(claims).toBe(1);
  });

  it('answers on the first question after a restart', async () => {
    const options = { socket, list: () => [pod('a', 'nvidia.com/gpu', [UUID])] };
    const holder = createPodResources({ socket, resources: RESOURCES });
    const report = (): Promise<HolderReport> => holder.report(NOTHING, AbortSignal.timeout(30_000));
    for (let failures = 0; failures < 5; failures += 1) await expect(report()).rejects.toThrow();
    kubelet = await startFakeKubelet(options);
    expect((await report()).claims).toHaveLength(1);
    await holder.close();
  });

  it('says that nobody listens on a socket that was left behind', async () => {
    const left = createServer();
    await new Promise<void>((resolve) => left.listen(`${socket}.old`, resolve));
    await link(`${socket}.old`, socket);
    await new Promise((resolve) => left.close(resolve));
    await expect(ask()).rejects.toMatchObject({
      code: 'HOLDER_UNREACHABLE',
      message: expect.stringContaining('nobody listens on the socket') as string,
    });
  });

  it('refuses an answer that is no such message', async () => {
    const answers = new Server();
    const raw = (bytes: Buffer): Buffer => bytes;
    const method = (name: string) => ({
      path: `/v1.PodResourcesLister/${name}`,
      requestStream: false as const,
      responseStream: false as const,
      requestSerialize: raw,
      requestDeserialize: raw,
      responseSerialize: raw,
      responseDeserialize: raw,
    });
    const garbage: handleUnaryCall<Buffer, Buffer> = (_call, done) =>
      done(null, Buffer.from('0a05ff', 'hex'));
    answers.addService(
      { List: method('List'), GetAllocatableResources: method('GetAllocatableResources') },
      { List: garbage, GetAllocatableResources: garbage },
    );
    await new Promise((resolve) =>
      answers.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), resolve),
    );
    await expect(ask()).rejects.toMatchObject({
      code: 'HOLDER_REFUSED',
      message: expect.stringContaining('cannot read the answer') as string,
    });
    answers.forceShutdown();
  });

  it('leaves out pods that have ended', async () => {
    kubelet = await startFakeKubelet({
      socket,
      list: () => [pod('done', 'nvidia.com/gpu', [UUID]), pod('alive', 'nvidia.com/gpu', [UUID])],
      allocatable: () => [],
    });
    const holder = createPodResources({
      socket,
      resources: RESOURCES,
      isActive: (_, name) => name !== 'done',
    });
    const { claims } = await holder.report(NOTHING, AbortSignal.timeout(30_000));
    await holder.close();
    expect(claims.map(({ holder: held }) => held)).toEqual([
      { kind: 'pod', namespace: 'team-a', pod: 'alive', container: 'main' },
    ]);
  });
});
