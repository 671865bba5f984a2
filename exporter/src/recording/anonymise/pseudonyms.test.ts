import fc from 'fast-check';
import { createPseudonyms } from './pseudonyms.js';

const key = Buffer.alloc(32, 7);
const { name, path, number } = createPseudonyms(key);

const UUID = '0f3ebd4c-91aa-4c0e-8d5b-7a10c2f4e6d8';
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;
const CONTAINER = 'c0ffee'.repeat(10) + 'abcd';

describe('createPseudonyms: names', () => {
  it('are replaced by equal ones for equals, and by others under another key', () => {
    const other = createPseudonyms(Buffer.alloc(32, 8));
    expect(name('llama')).toBe(name('llama'));
    expect(name('llama')).toBe(name('Llama'));
    expect(name('llama')).not.toBe(name('lama'));
    expect(name('llama')).not.toBe(other.name('llama'));
  });

  it('keep what they are made of', () => {
    expect(name('train-llama-0')).toBe(`${name('train')}-${name('llama')}-0`);
    expect(name('li.wei@example.com')).toBe(
      `${name('li')}.${name('wei')}@${name('example')}.${name('com')}`,
    );
  });

  it('hold no word of the name that they replace', () => {
    const word = fc.stringMatching(/^[a-zA-Zäß李]{5,12}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.constantFrom('-', '.', '_', '/'),
        (all, by) => {
          const shown = name(all.join(by));
          for (const one of all) expect(shown.toLowerCase()).not.toContain(one.toLowerCase());
        },
      ),
    );
  });

  it('stay valid names of Kubernetes', () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);
    fc.assert(
      fc.property(label, (text) => expect(name(text)).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)),
    );
  });
});

describe('createPseudonyms: numbers', () => {
  it('of up to three digits stay; others become as long ones', () => {
    expect(name('node-117')).toBe(`${name('node')}-117`);
    expect(number(0)).toBe(0);
    expect(number(999)).toBe(999);
    expect(String(number(1000))).toMatch(/^[1-9]\d{3}$/);
    expect(number(1000)).not.toBe(1000);
  });

  it('of many users stay the numbers of as many', () => {
    const users = Array.from({ length: 2_000 }, (_, index) => 1000 + index);
    expect(new Set(users.map((uid) => number(uid))).size).toBe(users.length);
  });

  it('are the same as numbers, in names and in paths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_fffe }), (uid) => {
        expect(name(String(uid))).toBe(String(number(uid)));
        expect(path(`/user.slice/user-${uid}.slice`)).toBe(`/user.slice/user-${number(uid)}.slice`);
        expect(number(uid)).toBeLessThan(2 ** 32);
      }),
    );
  });
});

describe('createPseudonyms: ids', () => {
  it('of devices keep their form', () => {
    const [, shown = ''] = /^GPU-(.*)$/.exec(name(`GPU-${UUID}`)) ?? [];
    expect(shown).toMatch(uuidForm);
    expect(name(`MIG-${UUID}`)).toBe(`MIG-${shown}`);
    expect(name(`MIG-GPU-${UUID}/7/0`)).toBe(`MIG-GPU-${shown}/7/0`);
    expect(name(`GPU-${UUID}::3`)).toBe(`GPU-${shown}::3`);
    expect(shown).not.toContain('0f3e');
  });

  it('of pods are the same however a cgroup spells them', () => {
    const shown = name(UUID);
    expect(shown).toMatch(uuidForm);
    const spelt = (joint: string, text = UUID) => text.replaceAll('-', joint);
    expect(path(`pod${UUID}`)).toBe(`pod${shown}`);
    expect(path(`kubepods-burstable-pod${spelt('_')}.slice`)).toBe(
      `kubepods-burstable-pod${spelt('_', shown)}.slice`,
    );
    expect(path(`pod${spelt('')}`)).toBe(`pod${spelt('', shown)}`);
  });

  it('of containers stay 64 hexadecimal digits', () => {
    const [, shown = ''] =
      /^cri-containerd-([0-9a-f]{64})\.scope$/.exec(path(`cri-containerd-${CONTAINER}.scope`)) ??
      [];
    expect(shown).not.toBe('');
    expect(shown).not.toContain('c0ffee');
    expect(path(`/kubepods/pod${UUID}/${CONTAINER}`)).toBe(`/kubepods/pod${name(UUID)}/${shown}`);
  });

  it('of PCI slots stay addresses, the same in both spellings', () => {
    const shown = name('00000000:41:00.0');
    expect(shown).toMatch(/^0000[0-9a-f]{4}:[0-9a-f]{2}:00\.0$/);
    expect(name('0000:41:00.0')).toBe(shown.slice(4));
    expect(name('00000000:42:00.0')).not.toBe(shown);
  });

  it('of machines by IPv4 stay addresses, with points or dashes', () => {
    const shown = name('192.168.17.4');
    expect(shown).toMatch(/^10(\.\d{1,3}){3}$/);
    expect(name('ip-192-168-17-4')).toBe(`${name('ip')}-${shown.replaceAll('.', '-')}`);
  });
});

describe('createPseudonyms: paths', () => {
  it.each([
    '/kubepods/burstable/pod<uid>',
    '/system.slice/containerd.service',
    '/../../',
    '/slurm/uid_0/job_7/step_batch/task_0',
    '/system.slice/slurmstepd.scope/job_7/step_extern/user/task_special',
    '/user.slice/user-0.slice/session-3.scope',
    '/machine.slice/machine-qemu\\x2d1.scope',
  ])('keep what runtimes, systemd and Slurm call things: %s', (text) => {
    expect(path(text.replace('pod<uid>', 'pod'))).toBe(text.replace('pod<uid>', 'pod'));
  });

  it('replace everything else', () => {
    expect(path('/system.slice/vllm-acme@7.service')).toBe(
      `/system.slice/${name('vllm')}-${name('acme')}@7.service`,
    );
    expect(path('/slurm_node17/uid_1000/job_4711')).toBe(
      `/slurm_${name('node17')}/uid_${name('1000')}/job_${name('4711')}`,
    );
  });
});
