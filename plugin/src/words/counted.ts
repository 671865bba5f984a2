import { t } from '@grafana/i18n';
import { filled } from './filled.js';

/** Units that are named by a word behind the figure. */
export type CountedUnit = 'gpus' | 'gpuHours' | 'cores';

const WORDS: Readonly<Record<CountedUnit, (amount: string) => string>> = {
  gpus: (amount) =>
    amount === '1'
      ? t('words.gpu', '{{amount}} GPU', filled({ amount }))
      : t('words.gpus', '{{amount}} GPUs', filled({ amount })),
  gpuHours: (amount) =>
    amount === '1'
      ? t('words.gpuHour', '{{amount}} GPU-hour', filled({ amount }))
      : t('words.gpuHours', '{{amount}} GPU-hours', filled({ amount })),
  cores: (amount) =>
    amount === '1'
      ? t('words.core', '{{amount}} core', filled({ amount }))
      : t('words.cores', '{{amount}} cores', filled({ amount })),
};

const PARTS: Readonly<Record<CountedUnit, (part: string, whole: string) => string>> = {
  gpus: (part, whole) =>
    whole === '1'
      ? t('words.ofGpu', '{{part}} of {{whole}} GPU', filled({ part, whole }))
      : t('words.ofGpus', '{{part}} of {{whole}} GPUs', filled({ part, whole })),
  gpuHours: (part, whole) =>
    t('words.ofGpuHours', '{{part}} of {{whole}} GPU-hours', filled({ part, whole })),
  cores: (part, whole) =>
    whole === '1'
      ? t('words.ofCore', '{{part}} of {{whole}} core', filled({ part, whole }))
      : t('words.ofCores', '{{part}} of {{whole}} cores', filled({ part, whole })),
};

export const isCounted = (unit: string): unit is CountedUnit => Object.hasOwn(WORDS, unit);

/** A figure, already written, with its unit's word. */
export const inWord = (amount: string, unit: CountedUnit): string => WORDS[unit](amount);

/** A part and its whole, already written, with their unit's word. */
export const partInWord = (part: string, whole: string, unit: CountedUnit): string =>
  PARTS[unit](part, whole);
