import { openBrowser, openingCommand, type Desk } from './openBrowser.js';

const desk = (change: Partial<Desk> = {}): Desk => ({
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isTerminal: true,
  find: (program) => `/usr/bin/${program}`,
  ...change,
});

const URL = 'http://127.0.0.1:1/';

describe('openingCommand', () => {
  it.each([
    ['linux', ['/usr/bin/xdg-open', URL]],
    ['darwin', ['open', URL]],
    ['win32', ['cmd', '/c', 'start', '', URL]],
  ] as const)('knows what opens an address on %s', (platform, command) => {
    expect(openingCommand(URL, desk({ platform }))).toEqual(command);
  });

  it('takes Wayland for a display, too', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0' };
    expect(openingCommand(URL, desk({ env }))).toBeDefined();
  });

  it.each([
    ['no terminal', { isTerminal: false }],
    ['no display', { env: {} }],
    ['an empty display', { env: { DISPLAY: '' } }],
    ['somebody far away', { env: { DISPLAY: ':0', SSH_CONNECTION: '1 2 3 4' } }],
    ['a build machine', { env: { DISPLAY: ':0', CI: 'true' } }],
    ['nothing that opens', { find: () => undefined }],
  ] as const)('opens nothing with %s', (_what, change) => {
    expect(openingCommand(URL, desk(change))).toBeUndefined();
    expect(openBrowser(URL, desk(change))).toBe(false);
  });
});
