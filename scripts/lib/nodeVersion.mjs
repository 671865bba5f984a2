const parts = (version) =>
  version
    .replace(/^[^0-9]*/, '')
    .split('.')
    .map(Number);

/**
 * @param {string} running for example "v20.19.0"
 * @param {string} range the `engines.node` of package.json: ">=major.minor"
 * @returns {string | undefined} what to tell the user, or nothing when the version will do
 */
export function nodeVersionProblem(running, range) {
  const [major, minor] = parts(running);
  const [needMajor, needMinor = 0] = parts(range);
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return undefined;
  return `Node ${needMajor}.${needMinor} or newer is needed; this is Node ${running.replace(/^v/, '')} (${process.execPath}).`;
}
