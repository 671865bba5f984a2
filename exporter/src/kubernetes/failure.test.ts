import { networkFailure, retryAfterMs, statusFailure } from './failure.js';

const NOW = Date.parse('2026-01-01T00:00:00Z');

describe('retryAfterMs', () => {
  it.each([
    [undefined, 0],
    ['7', 7000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['soon', 0],
    ['999999', 300_000],
  ])('%s is %d ms', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});

describe('statusFailure', () => {
  const refusal = { where: 'watch /api/v1/pods at https://h', body: '', status: 403 } as const;

  it('names the verb, the resource and the rule to add', () => {
    const { message, code, status } = statusFailure({
      ...refusal,
      verb: 'watch',
      path: '/api/v1/pods',
    });
    expect(code).toBe('KUBERNETES_REFUSED');
    expect(status).toBe(403);
    expect(message).toContain(
      'not allowed to watch pods; add to the ClusterRole of this service account: {apiGroups: [""], resources: ["pods"], verbs: ["list", "watch"]}',
    );
  });

  it.each([
    ['/api/v1/namespaces', 'list namespaces; add to the ClusterRole of'],
    [
      '/api/v1/namespaces/gpu-operator/pods',
      'list pods; add to the ClusterRole (or a Role in gpu-operator)',
    ],
    ['/apis/apps/v1/deployments', 'apiGroups: ["apps"], resources: ["deployments"]'],
    ['/prefix/api/v1/nodes', 'resources: ["nodes"]'],
  ])('reads the resource of %s', (path, words) => {
    expect(statusFailure({ ...refusal, verb: 'list', path }).message).toContain(words);
  });

  it('quotes the server, a Status or a proxy’s page, and not all of it', () => {
    const say = (body: string): string =>
      statusFailure({ ...refusal, verb: 'list', path: '/api/v1/pods', status: 503, body }).message;
    expect(say('{"message":"apiserver not ready"}')).toContain('(apiserver not ready)');
    expect(say('<html>\n<b>Bad gateway</b>')).toContain('(<html> <b>Bad gateway</b>)');
    expect(say('x'.repeat(100_000)).length).toBeLessThan(300);
  });
});

describe('networkFailure', () => {
  it('says what a code means and keeps the code', () => {
    const error = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(networkFailure('list /api/v1/pods at https://h', error)).toMatchObject({
      code: 'KUBERNETES_UNREACHABLE',
      message:
        'list /api/v1/pods at https://h: nothing listens there; is the API server running? (ECONNREFUSED)',
    });
  });
});
