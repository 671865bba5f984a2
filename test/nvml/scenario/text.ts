import type {
  CallRule,
  Scenario,
  ScriptedFigures,
  ScriptedGpu,
  ScriptedInstance,
  ScriptedProcess,
} from './scenario.js';
import { wordsOf } from './value.js';

type Word = string | number | undefined;

/** `key=value` words; what is absent is left out. */
function pairs(values: Readonly<Record<string, Word>>): string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${typeof value === 'string' ? quoted(value) : value}`],
  );
}

const quoted = (text: string): string => (/\s/.test(text) ? `"${text}"` : text);

const line = (...words: readonly Word[]): string =>
  words.filter((word) => word !== undefined).join(' ');

const flag = (on: boolean | undefined): number | undefined =>
  on === undefined ? undefined : Number(on);

const figureLines = (place: string, figures: ScriptedFigures): string[] =>
  Object.entries(figures).map(([name, value]) => line('figure', place, name, wordsOf(value)));

const processLine = (index: number, process: ScriptedProcess): string => {
  const { gpuInstance: gi, computeInstance: ci, busy, ...rest } = process;
  return line(
    'process',
    index,
    ...pairs({ ...rest, gi, ci, busy: busy === undefined ? undefined : wordsOf(busy) }),
  );
};

const instanceLines = (index: number, instance: ScriptedInstance): string[] => {
  const { figures, gpuInstance: gi, computeInstance: ci, ...rest } = instance;
  return [
    line('instance', index, ...pairs({ ...rest, gi, ci })),
    ...figureLines(`${index}.${gi}`, figures),
  ];
};

function gpuLines(gpu: ScriptedGpu, index: number): string[] {
  const { figures, instances = [], processes = [], lost, mig, garbage, pciBusId, ...rest } = gpu;
  return [
    line('gpu', ...pairs({ ...rest, pci: pciBusId, mig: flag(mig), garbage: flag(garbage) })),
    ...figureLines(String(index), figures),
    ...instances.flatMap((instance) => instanceLines(index, instance)),
    ...processes.map((process) => processLine(index, process)),
    ...(lost === undefined ? [] : [line('lost', index, lost)]),
  ];
}

const rule = ({ gpu, from, until }: CallRule): string[] => pairs({ gpu, from, until });

/** A scenario in the words of `stub/scenario.c`. */
export function scenarioText(scenario: Scenario, epochMs: number): string {
  const { driver, reload = 0, unloaded, gpus } = scenario;
  const lines = [
    line('epoch', epochMs),
    line('driver', driver),
    line('reload', reload),
    ...(unloaded === true ? ['unloaded'] : []),
    ...gpus.flatMap(gpuLines),
    ...(scenario.failures ?? []).map((one) => line('fail', one.call, one.code, ...rule(one))),
    ...(scenario.delays ?? []).map((one) => line('delay', one.call, `ms=${one.ms}`, ...rule(one))),
    ...(scenario.hangs ?? []).map((one) => line('hang', one.call, ...rule(one))),
    ...(scenario.xids ?? []).map(({ gpu, code, at }, index) =>
      line('xid', gpu, ...pairs({ id: index + 1, code, at })),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
