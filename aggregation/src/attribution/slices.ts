/**
 * Compute slices of a board that can be cut into MIG instances: 7, save on A30-class boards, which have 4
 * (NVIDIA MIG user guide, tables of supported profiles).
 */
const FOUR_SLICE_MODELS = /\bA30\b/;

const boardSlices = (model: string): number => (FOUR_SLICE_MODELS.test(model) ? 4 : 7);

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

/** A profile as resource names spell it: `nvidia.com/mig-1g.10gb.me` is the profile `1g.10gb+me`. */
export function profileOfResource(resource: string): string | undefined {
  const match = /\/mig-(.+)$/.exec(resource);
  return match?.[1] === undefined ? undefined : comparableProfile(match[1]);
}

/** One spelling for a profile, whether it comes from a resource name or from a device. */
export const comparableProfile = (profile: string): string => profile.replaceAll('+', '.');
