import { checkRule } from '../identity/check.js';
import { DEFAULT_IDENTITY } from '../identity/defaults.js';
import type { IdentityName, Rule } from '../identity/rules.js';
import { RULE_FROMS, TENANT_FROMS } from '../identity/rules.js';
import { list, mapping, someText, text, word } from './fields.js';

function rule(name: IdentityName) {
  return mapping({
    from: word(RULE_FROMS),
    key: text('the key of a label or annotation', (value) => value).exactOptional(),
    match: someText(
      'a regular expression with one capture, such as "^team-([a-z]+)-"',
    ).exactOptional(),
  }).transform((written, context): Rule => {
    for (const { at, reason } of checkRule(written, name)) {
      context.issues.push({
        code: 'custom',
        path: [at],
        message: reason,
        params: { code: 'RULE_INVALID' },
        input: written,
      });
    }
    return written;
  });
}

function rules(name: IdentityName) {
  const froms = name === 'tenant' ? TENANT_FROMS : RULE_FROMS;
  return list(`rules {from, key, match}, from one of ${froms.join(', ')}`, rule(name)).default([
    ...DEFAULT_IDENTITY[name],
  ]);
}

/** The section `identity`; a list that is given replaces the default, an empty one means that nobody is named. */
export const identity = mapping({
  tenant: rules('tenant'),
  app: rules('app'),
  user: rules('user'),
});
