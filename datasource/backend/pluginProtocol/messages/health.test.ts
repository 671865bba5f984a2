import { decoded, encoded } from '../testing/grafana.js';
import { joinParts } from '@gpuscope/datasource/protocol';
import { readHealthCheckRequest, writeHealthCheckResponse } from './health.js';

describe('messages of the health service', () => {
  it('reads whose health is asked for', () => {
    expect(readHealthCheckRequest(encoded('HealthCheck', { service: 'plugin' }))).toBe('plugin');
    expect(readHealthCheckRequest(new Uint8Array())).toBe('');
  });

  it('says by numbers whether it serves or is not known', () => {
    expect(decoded('HealthStatus', joinParts(writeHealthCheckResponse(true)))['status']).toBe(1);
    expect(decoded('HealthStatus', joinParts(writeHealthCheckResponse(false)))['status']).toBe(3);
  });
});
