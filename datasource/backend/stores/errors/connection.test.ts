import { GpuscopeError } from '@gpuscope/aggregation';
import { TooLarge } from '../wire/body.js';
import type { Asking } from './asking.js';
import { connectionError, hasBroken, wasNeverSent } from './connection.js';

const asking: Asking = {
  store: 'https://store.example:9200',
  what: 'searching logs-*',
  auth: 'basic',
  secrets: ['s3cret'],
};

const thrown = (message: string, name = 'ConnectionError'): Error =>
  Object.assign(new Error(message), { name });

describe('connectionError', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:9200', 'STORE_UNREACHABLE', 'nothing listens'],
    ['', 'STORE_UNREACHABLE', 'nothing listens'],
    ['getaddrinfo ENOTFOUND store.example', 'STORE_UNREACHABLE', 'DNS'],
    ['connect ETIMEDOUT 10.0.0.1:9200 after 5000 ms', 'STORE_UNREACHABLE', 'network policies'],
    ['connect EHOSTUNREACH 10.0.0.1:9200', 'STORE_UNREACHABLE', 'network policies'],
    ['socket hang up', 'STORE_UNREACHABLE', 'broke'],
    ['read ECONNRESET - Local: 127.0.0.1:1', 'STORE_UNREACHABLE', 'broke'],
    ['self-signed certificate in certificate chain', 'STORE_TLS', 'not trusted'],
    ['unable to verify the first certificate', 'STORE_TLS', 'not trusted'],
    ['unable to get local issuer certificate', 'STORE_TLS', 'not trusted'],
    ['certificate has expired', 'STORE_TLS', 'out of date'],
    [
      "Hostname/IP does not match certificate's altnames: IP: 10.0.0.1 is not in the cert's list",
      'STORE_TLS',
      'serverName',
    ],
    ['ssl3_read_bytes:tlsv13 alert certificate required:SSL alert number 116', 'STORE_TLS', 'key'],
    [
      'write EPROTO 1:error:0A00010B:SSL routines:ssl3_get_record:wrong version number',
      'STORE_TLS',
      'http://',
    ],
    ['self signed certificate in certificate chain', 'STORE_TLS', 'not trusted'],
    [
      'error:1000045c:SSL routines:OPENSSL_internal:TLSV1_ALERT_CERTIFICATE_REQUIRED',
      'STORE_TLS',
      'key',
    ],
    ['error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER', 'STORE_TLS', 'http://'],
    ['something that nobody foresaw', 'STORE_UNREACHABLE', 'failed'],
  ])('makes of %j %s', (message, code, says) => {
    const error = connectionError(asking, thrown(message));
    expect(error).toMatchObject({ code, origin: 'upstream' });
    expect(error.message).toContain('searching logs-* at https://store.example:9200: ');
    expect(error.message).toContain(says);
    expect(error.message).toContain(message);
  });

  it.each([
    [new TooLarge('more than 5 bytes'), 'STORE_INVALID'],
    [thrown('not that product', 'ProductNotSupportedError'), 'STORE_UNSUPPORTED'],
    [thrown('Request timed out', 'TimeoutError'), 'STORE_TIMEOUT'],
    ['no error at all', 'STORE_UNREACHABLE'],
  ])('makes of %s %s', (error, code) => {
    expect(connectionError(asking, error)).toMatchObject({ code });
  });

  it('shows no secret, keeps no cause that could hold one, and stays short', () => {
    const error = connectionError(asking, thrown(`s3cret\n${'x'.repeat(5_000)} s3cret`));
    expect(error.message).not.toContain('s3cret');
    expect(error.message).not.toContain('\n');
    expect(error.message.length).toBeLessThan(700);
    expect(error.cause).toBeUndefined();
  });

  it('leaves our own errors as they are', () => {
    const ours = new GpuscopeError('LIMIT_EXCEEDED', 'too many');
    expect(connectionError(asking, ours)).toBe(ours);
  });
});

describe('whether another node may be asked', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:9200', true],
    ['', true],
    ['getaddrinfo EAI_AGAIN store', true],
    ['connect ETIMEDOUT 10.0.0.1:9200 after 5000 ms', true],
    ['certificate has expired', true],
    ['socket hang up', false],
    ['read ECONNRESET', false],
  ])('after %j: %s', (message, isSafe) => {
    expect(wasNeverSent(thrown(message))).toBe(isSafe);
    expect(hasBroken(thrown(message))).toBe(!isSafe);
  });

  it('not after a time-out, when the store may be at work', () => {
    expect(wasNeverSent(thrown('', 'TimeoutError'))).toBe(false);
  });
});
