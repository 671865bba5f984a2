import fc from 'fast-check';
import type { Field, Layout } from '../layout.js';
import { LOG_LEVELS } from '../level.js';
import { layoutsOf } from '../layouts/index.js';
import { capsOf } from '../layouts/testing.js';
import { levelOfStored, levelOfValue, valuesOfLevel } from './fieldLevel.js';

describe('levelOfValue', () => {
  it.each([
    ['err', 'words', 'error'],
    ['WARN', 'words', 'warning'],
    ['Information', 'words', 'info'],
    ['E', 'words', 'error'],
    ['警告', 'words', 'warning'],
    ['ERROR3', 'otel', 'error'],
    ['FATAL', 'otel', 'critical'],
    [17, 'otel', 'error'],
    [24, 'otel', 'critical'],
    [0, 'otel', undefined],
    ['6', 'syslog', 'info'],
    [0, 'syslog', 'critical'],
    ['notice', 'syslog', 'info'],
    [8, 'syslog', undefined],
    [30, 'bunyan', 'info'],
    ['30', 'bunyan', 'info'],
    [30, 'words', undefined],
    ['7', 'words', undefined],
    ['purple', 'words', undefined],
    ['', 'words', undefined],
    [null, 'words', undefined],
    [['error'], 'words', undefined],
  ] as const)('%j of %s is %s', (value, scale, level) => {
    expect(levelOfValue(value, scale)).toBe(level);
  });
});

const layoutWith = (mapping: Readonly<Record<string, string>>): Layout => {
  const caps = capsOf({ synthetic: { '@timestamp': 'date', ...mapping } });
  const [layout] = layoutsOf(caps, {
    shape: 'auto',
    cluster: { kind: 'only', cluster: 'here' },
  }).layouts;
  if (layout === undefined) throw new Error('no layout');
  return layout;
};

const LAYOUTS = {
  journald: layoutWith({ MESSAGE: 'text', _HOSTNAME: 'keyword', PRIORITY: 'keyword' }),
  numbers: layoutWith({ MESSAGE: 'text', _HOSTNAME: 'keyword', PRIORITY: 'long' }),
  otel: layoutWith({ 'body.text': 'text', severity_text: 'keyword' }),
  'otel numbers': layoutWith({ 'body.text': 'text', severity_number: 'byte' }),
  ecs: layoutWith({ message: 'text', 'log.level': 'keyword', 'host.name': 'keyword' }),
  syslog: layoutWith({
    message: 'text',
    severity: 'keyword',
    programname: 'keyword',
    hostname: 'keyword',
  }),
};

const levelField = (layout: Layout): Field => {
  const { level } = layout.roles;
  if (level === undefined) throw new Error('no level');
  return level;
};

describe('valuesOfLevel', () => {
  it.each(Object.entries(LAYOUTS))('%s: each value means its level, and no other', (_, layout) => {
    const field = levelField(layout);
    for (const level of LOG_LEVELS) {
      const values = valuesOfLevel(layout, field, level);
      const levels = new Set(values.map((value) => levelOfStored(layout, field, value)));
      expect([...levels]).toEqual(values.length === 0 ? [] : [level]);
    }
  });

  it('asks numeric fields for numbers only', () => {
    const { numbers } = LAYOUTS;
    expect(valuesOfLevel(numbers, levelField(numbers), 'info')).toEqual([5, 6]);
    const otel = LAYOUTS['otel numbers'];
    expect(valuesOfLevel(otel, levelField(otel), 'warning')).toEqual([13, 14, 15, 16]);
  });

  it('holds every spelling in which a known value comes', () => {
    const words = ['error', 'warn', 'info', 'debug', 'fatal', 'trace', 'notice', '错误'];
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom('low', 'up'), (word, letters) => {
        const { ecs } = LAYOUTS;
        const value = letters === 'up' ? word.toUpperCase() : word;
        const level = levelOfStored(ecs, levelField(ecs), value);
        expect(level).toBeDefined();
        if (level !== undefined) {
          expect(valuesOfLevel(ecs, levelField(ecs), level)).toContain(value);
        }
      }),
    );
  });
});
