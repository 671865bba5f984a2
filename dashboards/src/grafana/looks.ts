import type { Messages } from '../messages/messages.js';
import { SCALES, type Level, type Threshold } from '../spec/level.js';
import type { Mapping } from '../spec/mapping.js';
import type { Role } from '../spec/role.js';
import { currencyOf, type Money, type Unit } from '../spec/unit.js';
import type { Json } from './json.js';

/** What people count; Grafana has no word for it. */
const COUNTED = { gpus: 2, gpuHours: 1, cores: 1 } as const;

const UNITS: Readonly<
  Record<
    Exclude<Unit, keyof typeof COUNTED | Money | 'lasting'>,
    { readonly unit: string; readonly decimals?: number }
  >
> = {
  ratio: { unit: 'percentunit', decimals: 0 },
  bytes: { unit: 'bytes', decimals: 1 },
  bytesPerSecond: { unit: 'Bps' },
  watts: { unit: 'watt' },
  kilowattHours: { unit: 'kwatth', decimals: 1 },
  celsius: { unit: 'celsius', decimals: 0 },
  hertz: { unit: 'hertz', decimals: 2 },
  seconds: { unit: 's', decimals: 1 },
  when: { unit: 'dateTimeFromNow' },
  count: { unit: 'short', decimals: 0 },
  state: { unit: 'none' },
};

const COLORS: Readonly<Record<Level, string>> = {
  plain: 'text',
  good: 'green',
  note: 'blue',
  warn: 'orange',
  bad: 'red',
};

/** Behind words; `text` would make what means least the loudest: black on a light page. */
const FILLED_PLAIN = '#6e7277';

const colorOf = (level: Level, isFilled: boolean): string =>
  isFilled && level === 'plain' ? FILLED_PLAIN : COLORS[level];

const ROLE_COLORS: Readonly<Record<Role, string>> = {
  asked: 'purple',
  held: 'blue',
  used: 'green',
  free: 'text',
  total: 'text',
  limit: 'red',
  wasted: 'orange',
  memory: 'yellow',
  power: 'orange',
  heat: 'red',
  fault: 'red',
};

const isCounted = (unit: Unit): unit is keyof typeof COUNTED => unit in COUNTED;

/** In a table the heading says what is counted, and each cell the number alone. */
export const cellUnitOptions = (unit: Unit, words: Messages['render']): Json =>
  isCounted(unit) ? { unit: 'none' } : unitOptions(unit, words);

/** An axis has as many decimals as its steps need. */
export function axisUnitOptions(unit: Unit, words: Messages['render']): Json {
  const { decimals, ...rest } = unitOptions(unit, words);
  return isCounted(unit) ? rest : { ...rest, ...(decimals !== undefined && { decimals }) };
}

export const headingOf = (
  title: string,
  unit: Unit | undefined,
  words: Messages['render'],
): string => (unit !== undefined && isCounted(unit) ? `${title} (${words.units[unit]})` : title);

const isMoney = (unit: Unit): unit is Money => currencyOf(unit) !== undefined;

export function unitOptions(unit: Unit, { units, lasting }: Messages['render']): Json {
  if (unit === 'lasting') return { unit: lasting, decimals: 1 };
  if (isMoney(unit)) return { unit: `currency:${currencyOf(unit) ?? ''}`, decimals: 2 };
  return isCounted(unit)
    ? { unit: `suffix: ${units[unit]}`, decimals: COUNTED[unit] }
    : UNITS[unit];
}

/** @param isFilled the colour stands behind the value, and not in it */
export const thresholdOptions = (thresholds: readonly Threshold[], isFilled = false): Json => ({
  mode: 'absolute',
  steps: thresholds.map(({ from, level }) => ({ value: from, color: colorOf(level, isFilled) })),
});

const result = (text: string, level: Level | undefined, isFilled: boolean): Json => ({
  text,
  ...(level === undefined ? {} : { color: colorOf(level, isFilled) }),
});

/** @param isFilled as in `thresholdOptions` */
export const mappingOptions = (mappings: readonly Mapping[], isFilled = false): readonly Json[] =>
  mappings.map((mapping) =>
    'value' in mapping
      ? {
          type: 'value',
          options: { [mapping.value]: result(mapping.text, mapping.level, isFilled) },
        }
      : {
          type: 'range',
          options: {
            from: mapping.from,
            to: mapping.to,
            result: result(mapping.text, mapping.level, isFilled),
          },
        },
  );

/** Numbers that stand alone are coloured by how they are to be taken: no fault is nothing to be red about. */
const judged = (role: Role, unit: Unit): readonly Threshold[] | undefined => {
  if (role === 'fault') return SCALES.fault;
  if (role === 'heat') return SCALES.temperature;
  if (role === 'wasted') return unit === 'ratio' ? SCALES.waste : SCALES.waiting;
  return undefined;
};

/**
 * One colour for a role on every board; limits and totals are dashed, so that colour is not alone.
 *
 * @param alone the number stands by itself, and is not one line of many
 */
export function roleProperties(role: Role, alone: boolean, unit: Unit): readonly Json[] {
  const scale = alone ? judged(role, unit) : undefined;
  if (scale !== undefined) {
    return [
      { id: 'thresholds', value: thresholdOptions(scale) },
      { id: 'color', value: { mode: 'thresholds' } },
    ];
  }
  const color = { id: 'color', value: { mode: 'fixed', fixedColor: ROLE_COLORS[role] } };
  const dashed = { id: 'custom.lineStyle', value: { fill: 'dash', dash: [8, 6] } };
  return role === 'limit' || role === 'total' ? [color, dashed] : [color];
}
