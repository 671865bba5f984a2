/** Why a field can't be asked, compared or counted. */
export const FIELDS = {
  'field.notWhole':
    'the field "{{field}}" ({{role}}) of {{indices}} is {{type}}: only keyword, or a sub-field of type keyword, can tell who may see a record; map it so, or leave these indices out',
  'field.wordsOnly':
    '"{{name}}" is the field "{{field}}" in {{indices}}, of type {{type}}, which holds words only: its values can\'t be compared or counted; {{advice}}',
  'field.searchInstead': 'search for words instead',
  'field.mapOrSearch':
    'map it as keyword, or give it a sub-field of type keyword, or search for words instead',
  'field.nowhere': 'no index of this source has an exact field for "{{name}}"; {{advice}}',
  'field.shipIt': 'the shipper has to write it into the records',
  'field.misspelt': 'the name may be misspelt, or the field is mapped as text: map it as keyword',
  'field.notListed':
    'the values of "{{field}}" in {{indices}} can\'t be listed, as its type is {{type}}: map it as keyword',
  'field.notCounted':
    'lines can\'t be counted by "{{asked}}": its field "{{field}}" is of type {{type}}, whose values this store can\'t list; map it as keyword, or count by app, namespace or pod',
  'field.noNumber': 'the field "{{field}}" is of type {{type}}: {{value}} is no number',
  'field.noBoolean':
    'the field "{{field}}" is of type {{type}}: {{value}} is no boolean; true or false is allowed',
  'field.noTime':
    'the field "{{field}}" is of type {{type}}: {{value}} is no time; ISO 8601 or ms since the epoch is allowed',
  'field.noAddress': 'the field "{{field}}" is of type {{type}}: {{value}} is no IP address',
  'field.timesDiffer':
    'the indices of "{{index}}" hold the time in different fields ({{fields}}), which one search can\'t sort by: make one data source for each',
  'field.noLevel':
    "the records hold no level as a field, so lines can't be chosen or counted by it: let the shipper write one (the shipped Fluent Bit filter writes gpuscope.level), or search for a word such as ERROR",
  'who.notAsked':
    "{{indices}} can't be asked for the {{name}} {{value}}: {{reason}}; let the shipper write it (the shipped Fluent Bit filter keeps labels and annotations and writes gpuscope.app and gpuscope.user), change the identity rules, or choose namespaces and pods instead",
  'who.notCounted':
    "{{indices}} can't be counted by {{name}}: {{reason}}; let the shipper write it (the shipped Fluent Bit filter keeps labels and annotations and writes gpuscope.app and gpuscope.user), change the identity rules, or count by namespace or pod",
  'who.lacks': 'the records hold no {{what}}, which rule {{rule}} reads',
  'who.noHost': 'the records hold no host',
  'who.pattern':
    "rule {{rule}} takes a part of {{what}} by a pattern, and this store can't list what that field holds",
  'who.tooMany':
    'the field "{{field}}" has more than {{most}} values in this range, too many to tell apps, users and tenants by a rule with a pattern (or by pods\' names): choose a shorter range, namespaces or clusters, or let the shipper write gpuscope.app and gpuscope.user',
} as const;
