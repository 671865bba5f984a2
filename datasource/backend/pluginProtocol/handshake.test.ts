import { handshakeLine, isStartedByHost } from './handshake.js';

describe('isStartedByHost', () => {
  it('knows the host by its cookie', () => {
    expect(isStartedByHost({ grafana_plugin_type: 'datasource' })).toBe(true);
    expect(isStartedByHost({ grafana_plugin_type: 'panel' })).toBe(false);
    expect(isStartedByHost({})).toBe(false);
  });
});

describe('handshakeLine', () => {
  it('says where the plugin listens', () => {
    expect(handshakeLine({ socketPath: '/tmp/x/s' }, {})).toBe('1|2|unix|/tmp/x/s|grpc|\n');
  });

  it('carries the certificate without padding, which the host does not read', () => {
    const certificate = Buffer.from([1, 2, 3, 4]);
    expect(handshakeLine({ socketPath: '/s', certificate }, {})).toBe('1|2|unix|/s|grpc|AQIDBA\n');
  });

  it('tells a host that multiplexes that we do not', () => {
    const line = handshakeLine({ socketPath: '/s' }, { PLUGIN_MULTIPLEX_GRPC: 'true' });
    expect(line).toBe('1|2|unix|/s|grpc||false\n');
  });
});
