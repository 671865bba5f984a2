import type { Row } from './rows.js';
import { showingText } from './showing.js';

const row = (app: string, used: number): Row => ({
  node: 'n',
  gpu: '0',
  tenant: 't',
  app,
  user: 'u',
  pod: app,
  held: 1,
  used,
  memory: undefined,
  watts: undefined,
});

const rows = [row('idle', 0), row('busy', 0.9), row('half', 0.5)];

const text = (room: number): string =>
  showingText({ title: 'TITLE', rows, room, footer: ['the address'] });

describe('what the terminal shows', () => {
  it('is all of the table where there is room', () => {
    expect(text(Infinity)).toMatch(/^TITLE\n.*idle.*busy.*half.*\nthe address$/s);
    expect(text(3)).not.toContain('more');
  });

  it('is what uses most where there is not, in the order of the table, and how much is left', () => {
    const short = text(2);
    expect(short).toMatch(/busy.*half.*… and 1 more.*the address/s);
    expect(short).not.toContain('idle');
  });
});
