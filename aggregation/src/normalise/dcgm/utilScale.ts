import type { Exposition } from '../../exposition/exposition.js';

const TWO_SCALES = 'DCGM_FI_DEV_GPU_UTIL_RATIO';

/** Names that no DCGM before 4.7 knows: where one is, `…_GPU_UTIL_RATIO` is field 1613, a ratio. */
const SINCE_4_7 = [
  'DCGM_FI_DEV_MEMORY_UTIL_RATIO',
  'DCGM_FI_DEV_ENC_UTIL_RATIO',
  'DCGM_FI_DEV_DEC_UTIL_RATIO',
  'DCGM_FI_DEV_FB_CAPACITY_BYTES',
  'DCGM_FI_DEV_FB_FREE_BYTES',
  'DCGM_FI_DEV_FB_USED_BYTES',
  'DCGM_FI_DEV_FB_RESERVED_BYTES',
  'DCGM_FI_DEV_NVLINK_THROUGHPUT_BYTES_PER_SECOND',
  'DCGM_FI_DEV_GPU_POWER_THROTTLE_SECONDS_TOTAL',
  'DCGM_FI_DEV_GPU_THERMAL_THROTTLE_SECONDS_TOTAL',
];

const SAYS_PERCENT = /%|\bper ?cent|\b0 ?(?:-|–|to|\.\.) ?100\b/i;
const SAYS_RATIO = /\b0(?:\.0)? ?(?:-|–|to|\.\.) ?1(?:\.0)?(?![\d.]*\d)/i;

/** A ratio can't exceed 1 by more than this. */
const HAIR = 1e-6;

/**
 * The scale of `DCGM_FI_DEV_GPU_UTIL_RATIO`, which is 0–100 in DCGM 4.6 (another name of field 203) and 0–1 since DCGM
 * 4.7 (field 1613).
 *
 * | evidence in the same exposition                                   | speaks for |
 * | ----------------------------------------------------------------- | ---------- |
 * | HELP says `%`, percent, or 0 to 100                               | percent    |
 * | HELP says 0 to 1                                                  | ratio      |
 * | a name that only DCGM 4.7 and later know                          | ratio      |
 * | a value above 1                                                   | speaks against ratio |
 * | a value between 0 and 1 (field 203 is a whole number)             | speaks against percent |
 *
 * Undefined, which means dropped and counted, where nothing speaks for a scale or the evidence contradicts itself.
 * Values refute and never decide: a scale chosen by them would change from one cycle to the next, and idle devices
 * would read as 1 where they are at 1 %. Neither do these: the word "ratio" in HELP (it is in the name already), the
 * label DCGM_FI_SYSTEM_DRIVER_VERSION and names in hertz or joules (4.6 has them too).
 */
export function utilScale(exposition: Exposition): 'percent' | 'ratio' | undefined {
  const values = exposition.samples.filter(({ name }) => name === TWO_SCALES);
  if (values.length === 0) return undefined;
  const help = exposition.families.get(TWO_SCALES)?.help ?? '';
  const since47 = exposition.samples.some(({ name }) => SINCE_4_7.includes(name));
  const percent = SAYS_PERCENT.test(help);
  const ratio = SAYS_RATIO.test(help) || since47;
  if (percent === ratio) return undefined;
  const refuted = percent
    ? values.some(({ value }) => value > 0 && value < 1)
    : values.some(({ value }) => value > 1 + HAIR && value <= 100);
  return refuted ? undefined : percent ? 'percent' : 'ratio';
}
