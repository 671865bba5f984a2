/**
 * Compute slices of a board that can be cut into MIG instances: 7, save for the models named here
 * (NVIDIA MIG user guide, supported GPUs: as many as the most instances of a board).
 */
const OTHER_MODELS: readonly (readonly [RegExp, number])[] = [
  [/\bA30X?\b/, 4],
  [/\bRTX PRO 6000\b/, 4],
  [/\bRTX PRO (?:5000|4500)\b/, 2],
];

const boardSlices = (model: string): number =>
  OTHER_MODELS.find(([pattern]) => pattern.test(model))?.[1] ?? 7;

/** Compute slices of a profile such as `1g.10gb`, `1c.3g.40gb` or `1g.10gb+me`; undefined when it names none. */
export function computeSlices(migProfile: string): number | undefined {
  const match = /(?:^|\.)(\d+)g(?:\.|$)/.exec(migProfile);
  return match === null ? undefined : Number(match[1]);
}

/** Part of the board that an instance is, 0–1; undefined when its profile is unknown. */
export function sliceRatio(model: string, migProfile: string): number | undefined {
  const slices = computeSlices(migProfile);
  return slices === undefined ? undefined : Math.min(1, slices / boardSlices(model));
}

/**
 * A profile as resource names spell it: `nvidia.com/mig-1g.10gb.me` is the profile `1g.10gb+me`. The device plugin
 * can add `.shared` to a time-sliced resource, which is no part of the profile.
 */
export function profileOfResource(resource: string): string | undefined {
  const match = /\/mig-(.+?)(?:\.shared)?$/.exec(resource);
  return match?.[1] === undefined ? undefined : comparableProfile(match[1]);
}

/** One spelling for a profile, whether it comes from a resource name or from a device. */
export const comparableProfile = (profile: string): string => profile.replaceAll('+', '.');
