import { join } from 'node:path';
import { parseKubeconfig, readKubeconfig } from './kubeconfig.js';

const FILE = '/etc/synthetic/kubeconfig';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const config = (cluster: object, user: object): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'here',
    contexts: [
      { name: 'here', context: { cluster: 'c', user: 'u' } },
      { name: 'there', context: { cluster: 'd', user: 'u' } },
    ],
    clusters: [
      { name: 'c', cluster },
      { name: 'd', cluster: { server: 'https://there.example:6443' } },
    ],
    users: [{ name: 'u', user }],
  });
const SERVER = { server: 'https://here.example:6443/' };

describe('parseKubeconfig', () => {
  it('reads certificates from the file itself', () => {
    const text = config(
      { ...SERVER, 'certificate-authority-data': base64('synthetic-ca'), 'tls-server-name': 'api' },
      { 'client-certificate-data': base64('cert'), 'client-key-data': base64('key') },
    );
    expect(parseKubeconfig(text, FILE)).toEqual({
      server: 'https://here.example:6443',
      ca: { data: 'synthetic-ca' },
      cert: { data: 'cert' },
      key: { data: 'key' },
      serverName: 'api',
    });
  });

  it('takes files from where the kubeconfig lies', () => {
    const text = config(
      { ...SERVER, 'certificate-authority': 'pki/ca.pem' },
      { 'client-certificate': '/abs/cert.pem', 'client-key': '../key.pem' },
    );
    expect(parseKubeconfig(text, FILE)).toMatchObject({
      ca: { file: '/etc/synthetic/pki/ca.pem' },
      cert: { file: '/abs/cert.pem' },
      key: { file: '/etc/key.pem' },
    });
  });

  it('takes another context when told to', () => {
    const access = parseKubeconfig(config(SERVER, { token: 't' }), FILE, 'there');
    expect(access.server).toBe('https://there.example:6443');
  });

  it('reads a token', async () => {
    const access = parseKubeconfig(config(SERVER, { token: 'synthetic' }), FILE);
    expect(await access.token?.read()).toBe('synthetic');
  });

  it('trusts any certificate only where the file says so', () => {
    expect(parseKubeconfig(config(SERVER, {}), FILE).insecure).toBeUndefined();
    const lax = config({ ...SERVER, 'insecure-skip-tls-verify': true }, {});
    expect(parseKubeconfig(lax, FILE).insecure).toBe(true);
  });

  it.each([
    ['no YAML', '{', 'is not YAML'],
    ['a text', 'hello', 'is "hello", not a kubeconfig'],
    [
      'an unknown context',
      config(SERVER, {}),
      'contexts has no "elsewhere"; there are: here, there',
    ],
  ])('says what is wrong with %s', (_, text, words) => {
    expect(() => parseKubeconfig(text, FILE, 'elsewhere')).toThrow(words);
    expect(() => parseKubeconfig(text, FILE, 'elsewhere')).toThrow(FILE);
  });

  it.each([
    [config({ server: 'here:6443' }, {}), 'server is "here:6443"; write it as https://host:6443'],
    [config({}, {}), 'server is nothing'],
    [config(SERVER, { exec: { command: 'aws' } }), 'user "u" signs in by exec'],
    [config(SERVER, { username: 'u', password: 'p' }), 'signs in by username'],
  ])('refuses what it cannot use: %#', (text, words) => {
    expect(() => parseKubeconfig(text, FILE)).toThrow(words);
  });

  it('names a file that cannot be read', async () => {
    const path = join(__dirname, 'synthetic-missing');
    await expect(readKubeconfig(path)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(`${path}: cannot read the kubeconfig (ENOENT)`) as string,
    });
  });
});
