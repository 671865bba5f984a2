import { inClusterAccess } from './inCluster.js';

describe('inClusterAccess', () => {
  it.each([
    ['10.0.0.1', 'https://10.0.0.1:443'],
    ['fd00::1', 'https://[fd00::1]:443'],
  ])('makes an address of %s', (host, server) => {
    const access = inClusterAccess({ host, port: '443' });
    expect(access.server).toBe(server);
    expect(access.ca).toEqual({ file: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt' });
  });

  it.each([
    { host: undefined, port: undefined },
    { host: '', port: '443' },
  ])('says outside a pod what to do instead', (options) => {
    expect(() => inClusterAccess(options)).toThrow('KUBERNETES_SERVICE_HOST');
  });
});
