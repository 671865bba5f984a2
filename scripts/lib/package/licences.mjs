// What the licences of other people's packages ask for: that they are handed on.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const IS_LICENCE = /^(licen[cs]e|copying|notice)/i;

/** The folder of the package that a file of node_modules belongs to. */
const packageOf = (path) =>
  /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll('\\', '/'))?.[1];

/**
 * @param {readonly string[]} files paths below the repository's root
 * @returns {string} each package with its version and the text of its licence
 */
export function licencesOf(files) {
  const folders = [...new Set(files.map(packageOf).filter((folder) => folder !== undefined))];
  return folders
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(folder) {
  const path = join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const texts = readdirSync(path)
    .filter((file) => IS_LICENCE.test(file))
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8').trim());
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
