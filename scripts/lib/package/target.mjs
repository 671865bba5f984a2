import { readdirSync } from 'node:fs';

/** Only a folder of packages has it. */
const SUMS = 'SHA256SUMS';

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw new Error(`${folder} is no folder that packages can go to (${error.code})`);
  }
}

/**
 * The target is emptied first, so it must not be a folder that somebody keeps other things in.
 * @throws {Error} names the folder and what is allowed
 */
export function checkTarget(folder) {
  const names = namesIn(folder);
  if (names.length === 0 || names.includes(SUMS)) return;
  throw new Error(
    `${folder} holds other things (${names[0]}), and would be emptied; name a folder that is new, empty or holds packages`,
  );
}
