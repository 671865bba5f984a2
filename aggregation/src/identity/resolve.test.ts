import { GpuscopeError } from '../errors.js';
import { resolve, resolverOf } from './resolve.js';
import type { IdentityRules } from './rules.js';
import { sketchLocal, sketchPod, sketchSubject } from './testing.js';

const RULES: IdentityRules = {
  tenant: [
    { from: 'namespace.label', key: 'kubesphere.io/workspace' },
    { from: 'namespace.name', match: '^team-([a-z0-9]+)-' },
    { from: 'host' },
  ],
  app: [{ from: 'pod.label', key: 'app' }, { from: 'pod.owner' }, { from: 'host' }],
  user: [
    { from: 'pod.annotation', key: 'example.com/by', match: '^([^@]+)@' },
    { from: 'namespace.annotation', key: 'kubesphere.io/creator' },
    { from: 'host' },
  ],
};

describe('resolve', () => {
  it('takes the first rule that yields something, and says which', () => {
    const subject = sketchSubject(
      {
        namespace: 'team-cv-prod',
        labels: { app: '' },
        annotations: { 'example.com/by': 'nobody' },
        owner: 'StatefulSet/ocr',
      },
      { annotations: { 'kubesphere.io/creator': 'li.wei' } },
    );
    expect(resolve(RULES, subject)).toEqual({
      tenant: 'cv',
      app: 'ocr',
      user: 'li.wei',
      because: { tenant: 1, app: 1, user: 1 },
      unread: {},
    });
  });

  it('leaves a name empty, with no reason, where no rule yields', () => {
    expect(resolve(RULES, sketchSubject({ namespace: 'default' }))).toEqual({
      tenant: '',
      app: '',
      user: '',
      because: {},
      unread: {},
    });
  });

  it('does not guess a tenant from a lower rule while the namespace is unknown', () => {
    const pod = sketchPod({ namespace: 'team-cv-prod', labels: { app: 'ocr' } });
    const found = resolve(RULES, { kind: 'pod', pod });
    expect(found).toMatchObject({ tenant: '', app: 'ocr', user: '' });
    expect(found.unread).toEqual({ tenant: 0, user: 1 });
  });

  it('gives a machine the names of its registry entry, and pods none of them', () => {
    const entry = { tenant: 'risk', app: 'ocr-batch', user: '' };
    expect(resolve(RULES, { kind: 'host', host: 'gpu-vm-1', entry })).toEqual({
      ...entry,
      because: { tenant: 2, app: 2 },
      unread: {},
    });
  });

  it('reads what a rule names of processes, and pods and whole machines have none of it', () => {
    const rules: IdentityRules = {
      tenant: [{ from: 'slurm.account' }, { from: 'process.group', match: '^team-(.+)$' }],
      app: [{ from: 'process.unit' }, { from: 'slurm.job' }],
      user: [{ from: 'process.user' }],
    };
    const processes = { user: 'li.wei', group: 'team-cv', unit: '', job: '42', account: '' };
    expect(resolve(rules, sketchLocal(processes))).toEqual({
      tenant: 'cv',
      app: '42',
      user: 'li.wei',
      because: { tenant: 1, app: 1, user: 0 },
      unread: {},
    });
    const none = { tenant: '', app: '', user: '' };
    const entry = { tenant: 'risk', app: 'ocr', user: '' };
    expect(resolve(rules, sketchSubject({ namespace: 'team-cv' }))).toMatchObject(none);
    expect(resolve(rules, { kind: 'host', host: 'gpu-vm-1', entry })).toMatchObject(none);
  });

  it('gives processes the names of their machine’s registry entry, where there is one', () => {
    const entry = { tenant: 'risk', app: '', user: '' };
    const rules: IdentityRules = { ...RULES, user: [{ from: 'host' }, { from: 'process.user' }] };
    expect(resolve(rules, sketchLocal({ user: 'li.wei', entry }))).toMatchObject({
      tenant: 'risk',
      app: '',
      user: 'li.wei',
    });
    expect(resolve(rules, sketchLocal({ user: 'li.wei' }))).toMatchObject({
      tenant: '',
      user: 'li.wei',
    });
  });

  it('makes values legal wherever they come from', () => {
    const subject = sketchSubject(
      { labels: { app: 'x'.repeat(500) } },
      { annotations: { 'kubesphere.io/creator': ' li\u0000wei ' } },
    );
    const { app, user } = resolve(RULES, subject);
    expect(app.length).toBeLessThanOrEqual(128);
    expect(user).toMatch(/^liwei~/);
  });

  it('refuses rules that can not be used, all of them by place, value and reason', () => {
    const bad: IdentityRules = {
      tenant: [{ from: 'pod.label', key: 'tenant' }],
      app: [{ from: 'pod.name', match: '^(a+)+$' }],
      user: [{ from: 'pod.annotation' }],
    };
    expect(() => resolverOf(bad)).toThrow(GpuscopeError);
    const error = (() => {
      try {
        return resolverOf(bad);
      } catch (thrown) {
        return thrown as GpuscopeError;
      }
    })() as GpuscopeError;
    expect(error.code).toBe('RULE_INVALID');
    expect(error.message).toMatch(/identity\.tenant\[0\]\.from \(pod\.label "tenant"\)/);
    expect(error.message).toMatch(/identity\.app\[0\]\.match .*"\^\(a\+\)\+\$"/);
    expect(error.message).toMatch(/identity\.user\[0\]\.key .* name the annotation/);
  });
});
