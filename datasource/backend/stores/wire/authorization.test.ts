import type { StoreTarget } from '../../settings/sourceSettings.js';
import { authorization, secretsOf } from './authorization.js';

const target = (auth: StoreTarget['auth']): StoreTarget => ({
  product: 'elasticsearch',
  nodes: ['http://127.0.0.1:9200'],
  auth,
});

describe('authorization', () => {
  it('is none for nobody', () => {
    expect(authorization(target({ kind: 'none' }))).toEqual({});
    expect(secretsOf(target({ kind: 'none' }))).toEqual([]);
  });

  it('holds user and password in UTF-8, colons too', () => {
    const { authorization: header = '' } = authorization(
      target({ kind: 'basic', user: 'synthetic-läs', password: 'a:b:显' }),
    );
    const [scheme, sent = ''] = header.split(' ');
    expect(scheme).toBe('Basic');
    expect(Buffer.from(sent, 'base64').toString()).toBe('synthetic-läs:a:b:显');
  });

  it('takes an API key in either of the forms in which stores show it', () => {
    const encoded = Buffer.from('id-1:key-1').toString('base64');
    for (const apiKey of ['id-1:key-1', encoded]) {
      expect(authorization(target({ kind: 'apiKey', apiKey }))).toEqual({
        authorization: `ApiKey ${encoded}`,
      });
    }
  });

  it('knows its secrets in every form in which they could turn up', () => {
    const basic = target({ kind: 'basic', user: 'u', password: 'p' });
    expect(secretsOf({ ...basic, key: 'PRIVATE' })).toEqual(['p', 'dTpw', 'PRIVATE']);
    const key = target({ kind: 'apiKey', apiKey: 'i:k' });
    expect(secretsOf(key)).toEqual(['i:k', Buffer.from('i:k').toString('base64')]);
  });
});
