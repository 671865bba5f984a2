import { Buffer } from 'node:buffer';
import { joinParts } from '@gpuscope/datasource/protocol';
import { decoded } from '../testing/grafana.js';
import { writeStatus } from './status.js';

describe('writeStatus', () => {
  it('says what is wrong, and in the place where Grafana looks it up whose fault it is', () => {
    const bytes = joinParts(
      writeStatus({ code: 2, message: 'STORE_TIMEOUT: 太慢', errorSource: 'downstream' }),
    );
    const status = decoded('Status', bytes);
    expect(status).toMatchObject({ code: 2, message: 'STORE_TIMEOUT: 太慢' });
    const [detail] = status['details'] as readonly { typeUrl: string; value: string }[];
    expect(detail?.typeUrl).toBe('type.googleapis.com/google.rpc.ErrorInfo');
    expect(decoded('ErrorInfo', Buffer.from(detail?.value ?? ''))).toEqual({
      reason: '',
      domain: '',
      metadata: { errorSource: 'downstream' },
    });
  });
});
