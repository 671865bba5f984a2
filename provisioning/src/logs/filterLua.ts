import type { IdentityRules, Rule } from '@gpuscope/aggregation';
import { isLocalFrom } from '@gpuscope/aggregation';
import { FILTER } from './lua/filter.js';
import { LEVELS } from './lua/levels.js';
import { NAMES } from './lua/names.js';
import { PATTERN } from './lua/pattern.js';
import { TEXT } from './lua/text.js';
import { luaPattern } from './luaPattern.js';
import { luaString } from './luaValue.js';

function ruleLine({ from, key, match }: Rule): string {
  const parts = [
    `from = ${luaString(from)}`,
    ...(key === undefined ? [] : [`key = ${luaString(key)}`]),
    ...(match === undefined ? [] : [`pattern = ${luaPattern(match)}`]),
  ];
  const comment = match === undefined ? '' : `    -- match: ${match}\n`;
  return `${comment}    { ${parts.join(', ')} },`;
}

/** The filter names pods: rules about processes outside of pods give them nothing. */
const chain = (name: string, rules: readonly Rule[]): string => {
  const ofPods = rules.filter(({ from }) => !isLocalFrom(from));
  return [`  ${name} = {`, ...ofPods.map(ruleLine), '  },'].join('\n');
};

function annotationsRead({ tenant, app, user }: IdentityRules): string {
  const keys = [...tenant, ...app, ...user].flatMap(({ from, key }) =>
    from.endsWith('.annotation') && key !== undefined ? [key] : [],
  );
  return [...new Set(keys)].map((key) => `  [${luaString(key)}] = true,`).join('\n');
}

const HEADER = `-- Fluent Bit Lua filter: writes gpuscope.app, gpuscope.user and gpuscope.level into each record, by the same identity
-- rules as gpuscope's series. A name is left out where the record doesn't tell it for certain; gpuscope then asks the labels.
-- Made by gpuscope; rules of a site of your own: node deploy/logs/render.mjs --config gpuscope.yaml`;

/** The Lua filter for Fluent Bit, with the identity rules of a site. */
export function filterLua(rules: IdentityRules): string {
  const tables = [
    'local RULES = {',
    chain('app', rules.app),
    chain('user', rules.user),
    '}',
    '',
    'local READ_ANNOTATIONS = {',
    annotationsRead(rules),
    '}',
  ].join('\n');
  const parts = [HEADER, tables, TEXT, PATTERN, NAMES, LEVELS, FILTER];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}
