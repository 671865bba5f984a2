import { pluginFolder } from './pluginFolder.js';

describe('pluginFolder', () => {
  it('is that of the script where Node runs it', () => {
    expect(pluginFolder('/usr/bin/node', '/plugins/logs/backend.mjs')).toBe('/plugins/logs');
  });

  it('is that of the program where it is one executable', () => {
    const program = '/plugins/logs/gpx_gpuscope_logs_linux_amd64';
    expect(pluginFolder(program, '/$bunfs/root/gpx_gpuscope_logs_linux_amd64')).toBe(
      '/plugins/logs',
    );
    expect(pluginFolder(program, undefined)).toBe('/plugins/logs');
  });
});
