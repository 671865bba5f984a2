import type { FromAgent, ToAgent } from './protocol.js';
import { readFromAgent, readToAgent, writeLine } from './protocol.js';

const LOOK = {
  atMs: 1,
  windowMs: 1,
  session: 's',
  driverVersion: '580',
  devices: [],
  lost: [],
  seesProcesses: true,
};

const FROM: readonly FromAgent[] = [
  { hello: { protocol: 1, version: '0.1.0' } },
  { ready: true },
  { failed: { code: 'SOURCE_REFUSED', words: 'no\nnot today' } },
  { id: 3, look: LOOK, use: { residentBytes: 5, cpuSeconds: 0.5 } },
];

const TO: readonly ToAgent[] = [
  { protocol: 1, start: { sampleEveryMs: 500, proc: '/proc', library: '/x' } },
  { id: 3, ask: 'look' },
];

describe('lines between exporter and agent', () => {
  it.each(FROM.map((message) => [message]))('%j comes back as it was written', (message) => {
    const line = writeLine(message);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(readFromAgent(line)).toEqual(message);
    expect(readToAgent(line)).toBeUndefined();
  });

  it.each(TO.map((message) => [message]))('%j comes back as it was written', (message) => {
    expect(readToAgent(writeLine(message))).toEqual(message);
    expect(readFromAgent(writeLine(message))).toBeUndefined();
  });

  it.each([
    [''],
    ['Segmentation fault'],
    ['null'],
    ['[]'],
    ['{}'],
    ['{"ready":"yes"}'],
    ['{"hello":{"protocol":"1","version":"0"}}'],
    ['{"failed":{"code":1}}'],
    ['{"id":"3","look":{}}'],
    [`{"id":3,"look":${JSON.stringify(LOOK)}}`],
    ...['devices', 'lost'].map((list) => [
      `{"id":3,"look":${JSON.stringify({ ...LOOK, [list]: null })},"use":{"residentBytes":1,"cpuSeconds":1}}`,
    ]),
    ['{"id":3,"ask":"everything"}'],
    ['{"protocol":1,"start":{"proc":"/proc"}}'],
  ])('%j is none of ours', (line) => {
    expect(readFromAgent(line)).toBeUndefined();
    expect(readToAgent(line)).toBeUndefined();
  });
});
