import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_IDENTITY, normaliseDcgm, parseExposition } from '@gpuscope/aggregation';
import type { NvmlSnapshot } from '@gpuscope/aggregation';
import { repositoryRoot } from '../../../../test/servers/repository.js';
import type { DirectoryJson } from '../directoryJson.js';
import type { ReportJson } from '../reportJson.js';
import { anonymous } from './index.js';

const filter = anonymous(Buffer.alloc(32, 3), DEFAULT_IDENTITY);
const POD_UID = '0f3ebd4c-91aa-4c0e-8d5b-7a10c2f4e6d8';
const CONTAINER = 'deadbeef'.repeat(8);
const GPU = 'GPU-ee71aa82-daa8-8d70-fbe8-cd508976034f';

const lookWith = (cgroup: string): NvmlSnapshot => ({
  atMs: 1_700_000_000_000,
  windowMs: 15_000,
  session: 'session-of-gpunode17',
  driverVersion: '570.124.06',
  devices: [
    {
      index: 0,
      uuid: GPU,
      minor: 3,
      name: 'NVIDIA H100 80GB HBM3',
      pciBusId: '00000000:41:00.0',
      mig: false,
      figures: { power: 300_000 },
      instances: [],
      processes: [
        {
          pid: 4711,
          kind: 'compute',
          memory: 1024,
          utilization: 40,
          facts: {
            found: true,
            cgroup,
            uid: 1000,
            gid: 1000,
            startTicks: 77,
            command: 'acmetrainer',
          },
          ended: false,
        },
        { pid: 4712, kind: 'mps', facts: { found: false, reason: 'hidden' }, ended: true },
      ],
      mps: false,
      failures: [{ call: 'nvmlDeviceGetPowerUsage', code: 'NVML_ERROR_UNKNOWN' }],
    },
  ],
  lost: [{ index: 1, uuid: GPU, pciBusId: '00000000:42:00.0', code: 'NVML_ERROR_GPU_IS_LOST' }],
  xids: [{ uuid: GPU, xid: 79, count: 1, lastMs: 5 }],
  seesProcesses: true,
});

const REPORT: ReportJson = {
  source: 'processes',
  claims: [
    {
      device: { by: 'uuid', uuid: GPU },
      holder: { kind: 'pod', namespace: 'team-secret', pod: 'acmetrainer-0', container: 'worker' },
      replicas: 1,
      resource: 'nvidia.com/gpu',
    },
    {
      device: { by: 'instance', uuid: GPU, gpuInstance: '7' },
      holder: {
        kind: 'local',
        host: 'gpunode17',
        user: 'liwei',
        group: 'research',
        unit: 'vllmacme.service',
        job: '4711',
        account: 'ocrbatch',
      },
      replicas: 2,
      statedShare: 0.5,
      resource: 'acme.example/gpu',
    },
    {
      device: { by: 'migUuid', migUuid: `MIG-${POD_UID}` },
      holder: { kind: 'host', host: 'gpunode17' },
      replicas: 1,
      resource: 'host',
    },
  ],
  capacities: [
    {
      device: { by: 'minor', minor: '0', gpuInstance: '' },
      replicas: 4,
      resource: 'nvidia.com/gpu',
    },
  ],
  unknownResources: { 'acme.example/fpga': 2 },
  unreadableIds: ['acmedevice-9'],
  silentMeansFree: true,
  figures: [
    {
      device: { by: 'uuid', uuid: GPU },
      holder: { kind: 'pod', namespace: 'team-secret', pod: 'acmetrainer-0', container: '' },
      metric: 'gpu_utilization_ratio',
      value: 0.4,
    },
    { device: { by: 'uuid', uuid: GPU }, metric: 'gpu_memory_used_bytes', value: 7 },
  ],
  deviceFigures: [
    { device: { by: 'uuid', uuid: GPU }, metric: 'gpu_utilization_ratio', value: 0.6 },
  ],
  unplacedProcesses: { hidden: 1 },
  mpsDevices: [GPU],
};

const DIRECTORY: DirectoryJson = {
  pods: [
    {
      namespace: 'team-secret',
      name: 'acmetrainer-0',
      uid: POD_UID,
      node: 'gpunode17',
      phase: 'Running',
      labels: { 'app.kubernetes.io/name': 'acmetrainer', 'acme.example/owner': 'liwei' },
      annotations: { 'acme.example/notes': 'confidential' },
      owner: { kind: 'StatefulSet', name: 'acmetrainer' },
      startSeconds: 1_700_000_000,
      containers: { [CONTAINER]: 'worker' },
    },
  ],
  namespaces: [
    { name: 'team-secret', labels: { 'kubesphere.io/workspace': 'research' }, annotations: {} },
  ],
  nodeLabels: { 'karpenter.sh/nodepool': 'secretpool' },
};

const FIXTURES = join(repositoryRoot(), 'test/fixtures/dcgm');

/** What is read of an exposition, but for names. */
function shapeOf(text: string) {
  const { boards, readings, figures, holders, lastXid, drops, fields } = normaliseDcgm(
    parseExposition(text),
  );
  const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
  return {
    boards: sorted(boards.map(({ model, driverVersion, gpu }) => [model, driverVersion, gpu])),
    readings: sorted(
      readings.map(({ metric, value, gpuInstance, labels }) => [
        metric,
        value,
        gpuInstance,
        labels,
      ]),
    ),
    figures: sorted(figures.map(({ metric, value, gpuInstance }) => [metric, value, gpuInstance])),
    holders: sorted(holders.map(({ gpuInstance }) => gpuInstance.replace(/^\D.*$/, 'by uuid'))),
    xids: sorted([...lastXid.values()]),
    drops: sorted([...drops]),
    fields: sorted([...fields]),
  };
}

const SECRETS = [
  'secret',
  'acme',
  'liwei',
  'gpunode17',
  'research',
  'ocrbatch',
  'confidential',
  'vllm',
  'worker',
  'fpga',
  'ee71aa82',
  POD_UID.slice(0, 8),
  'deadbeef',
  ':41:',
  ':42:',
  '1000',
  '"4711"',
  'example',
];

function expectNone(texts: object | string): void {
  const text = JSON.stringify(texts);
  for (const secret of SECRETS) expect(text).not.toContain(secret);
}

/** In each form that a runtime writes, and what of it must still be there. */
const CGROUPS: readonly (readonly [string, RegExp])[] = [
  [
    `0::/kubepods/burstable/pod${POD_UID}/${CONTAINER}`,
    /^0::\/kubepods\/burstable\/pod[0-9a-f-]{36}\/[0-9a-f]{64}$/,
  ],
  [
    `0::/kubepods.slice/kubepods-pod${POD_UID.replaceAll('-', '_')}.slice/cri-containerd-${CONTAINER}.scope`,
    /^0::\/kubepods\.slice\/kubepods-pod[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}\.slice\/cri-containerd-[0-9a-f]{64}\.scope$/,
  ],
  [
    `12:cpu,cpuacct:/x/kubepods-besteffort-pod${POD_UID.replaceAll('-', '_')}.slice:cri-containerd:${CONTAINER}`,
    /^12:cpu,cpuacct:\/.*slice:cri-containerd:[0-9a-f]{64}$/,
  ],
  [
    `0::/../../pod${POD_UID.replaceAll('-', '')}/crio-${CONTAINER}.scope\n`,
    /^0::\/\.\.\/\.\.\/pod[0-9a-f]{32}\/crio-[0-9a-f]{64}\.scope\n$/,
  ],
  [
    '9:devices:/slurm_gpunode17/uid_1000/job_4711/step_0/task_1',
    /^9:devices:\/slurm_\w+\/uid_\d{4}\/job_\d{4}\/step_0\/task_1$/,
  ],
  [
    '0::/system.slice/gpunode17_slurmstepd.scope/job_4711/step_batch',
    /^0::\/system\.slice\/\w+_slurmstepd\.scope\/job_\d{4}\/step_batch$/,
  ],
  [
    '1:name=systemd:/user.slice/user-1000.slice/user@1000.service/app.slice',
    /^1:name=systemd:\/user\.slice\/user-(\d{4})\.slice\/user@\1\.service\/app\.slice$/,
  ],
];

describe('anonymous: looks at NVML', () => {
  it.each(CGROUPS)('keep the form of %s and none of its names', (cgroup, form) => {
    const look = filter.nvml(lookWith(cgroup));
    expectNone(look);
    const facts = look.devices[0]?.processes?.[0]?.facts;
    expect(facts?.found === true ? facts.cgroup : '').toMatch(form);
  });

  it('keep models, versions, figures and who belongs to whom', () => {
    const look = filter.nvml(lookWith(CGROUPS[0]?.[0] ?? ''));
    const [device] = look.devices;
    expect(look).toMatchObject({ driverVersion: '570.124.06', windowMs: 15_000 });
    expect(device).toMatchObject({
      name: 'NVIDIA H100 80GB HBM3',
      minor: 3,
      figures: { power: 300_000 },
      processes: [{ pid: 4711, memory: 1024, utilization: 40 }, { facts: { reason: 'hidden' } }],
      failures: [{ call: 'nvmlDeviceGetPowerUsage' }],
    });
    expect(look.xids?.[0]?.uuid).toBe(device?.uuid);
    expect(device?.processes?.[0]?.facts).toMatchObject({ startTicks: 77 });
  });
});

describe('anonymous: programs', () => {
  it.each([
    ['nvidia-cuda-mps', /^nvidia-cuda-mps$/],
    ['acmetrainer', /^[a-z]{8}$/],
    ['acme-trainer-01', /^[a-z]{8}-[a-z]{6}$/],
  ])(
    '%s: none but the MPS server keeps its name, and none outgrows the kernel’s',
    (command, form) => {
      const look = lookWith('0::/');
      const [device] = look.devices;
      const [first] = device?.processes ?? [];
      if (device === undefined || first?.facts.found !== true) throw new Error('a process');
      const processes = [{ ...first, facts: { ...first.facts, command } }];
      const shown = filter.nvml({ ...look, devices: [{ ...device, processes }] });
      const facts = shown.devices[0]?.processes?.[0]?.facts;
      expect(facts?.found === true ? facts.command : '').toMatch(form);
    },
  );
});

describe('anonymous: reports and pods', () => {
  it('hold no name', () => {
    expectNone(filter.report(REPORT));
    expectNone(filter.directory(DIRECTORY));
  });

  it('keep tokens, shares, reasons and well-known resources', () => {
    const { claims, capacities, unplacedProcesses, figures, mpsDevices } = filter.report(REPORT);
    expect(claims[0]).toMatchObject({ replicas: 1, resource: 'nvidia.com/gpu' });
    expect(claims[1]).toMatchObject({
      replicas: 2,
      statedShare: 0.5,
      device: { gpuInstance: '7' },
    });
    expect(claims[1]?.holder).toMatchObject({
      kind: 'local',
      unit: expect.stringMatching(/\.service$/) as string,
    });
    expect(capacities).toEqual(REPORT.capacities);
    expect(unplacedProcesses).toEqual({ hidden: 1 });
    expect(mpsDevices).toEqual([filter.name(GPU)]);
    expect(figures?.map(({ value, holder }) => [value, holder?.kind])).toEqual([
      [0.4, 'pod'],
      [7, undefined],
    ]);
  });

  it('name a pod the same in its report, its cgroup and among the pods', () => {
    const [claim] = filter.report(REPORT).claims;
    const [pod] = filter.directory(DIRECTORY).pods;
    const facts = filter.nvml(lookWith(CGROUPS[0]?.[0] ?? '')).devices[0]?.processes?.[0]?.facts;
    expect(claim?.holder).toMatchObject({ namespace: pod?.namespace, pod: pod?.name });
    const cgroup = facts?.found === true ? facts.cgroup : '';
    expect(cgroup).toContain(`pod${pod?.uid}`);
    expect(cgroup).toContain(Object.keys(pod?.containers ?? {})[0]);
    expect(pod?.name).toBe(`${pod?.owner?.name}-0`);
  });

  it('keep labels that rules read, with other values, and no other label', () => {
    const { pods, namespaces } = filter.directory(DIRECTORY);
    expect(pods[0]?.labels).toEqual({ 'app.kubernetes.io/name': pods[0]?.owner?.name });
    expect(pods[0]?.annotations).toEqual({});
    expect(Object.keys(namespaces[0]?.labels ?? {})).toEqual(['kubesphere.io/workspace']);
  });
});

describe('anonymous: expositions', () => {
  const LINE = `DCGM_FI_DEV_GPU_UTIL{gpu="0",UUID="${GPU}",pci_bus_id="00000000:41:00.0",device="nvidia0",modelName="NVIDIA RTX A4000",Hostname="gpunode17",DCGM_FI_DRIVER_VERSION="580.82.07",DCGM_FI_DEV_SERIAL="1650923003837",container="worker",namespace="team-secret",pod="acmetrainer-0",acme_cost="confidential \\"x\\"",exported_device="acmecard"} 38 1700000000000`;

  it('keep their form, models, versions and figures, and no name', () => {
    const shown = filter.exposition(
      `# HELP DCGM_FI_DEV_GPU_UTIL GPU utilization (in %).\n${LINE}\n`,
    );
    expectNone(shown);
    expect(shown).not.toContain('1650923003837');
    const { samples, problems } = parseExposition(shown);
    expect(problems).toEqual([]);
    expect(shown).toContain('# HELP DCGM_FI_DEV_GPU_UTIL GPU utilization (in %).\n');
    expect(samples[0]).toMatchObject({ value: 38, timestampMs: 1_700_000_000_000 });
    for (const kept of [
      'gpu="0"',
      'device="nvidia0"',
      'modelName="NVIDIA RTX A4000"',
      '="580.82.07"',
    ]) {
      expect(shown).toContain(kept);
    }
    expect(shown).toContain(`pod="${filter.name('acmetrainer-0')}"`);
  });

  it('keep the place of a line that can’t be read, and nothing in it', () => {
    expect(filter.exposition('# by liwei\nacme liwei research {\n')).toBe('#\n#\n');
  });

  it.each(readdirSync(FIXTURES))(
    'give the same figures as before, of as many devices: %s',
    (file) => {
      const text = readFileSync(join(FIXTURES, file), 'utf8');
      const [before, after] = [text, filter.exposition(text)].map((one) => shapeOf(one));
      expect(after).toEqual(before);
    },
  );
});
