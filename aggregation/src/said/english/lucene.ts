/** What is wrong with a query of Lucene's language, or with words that are searched for. */
export const LUCENE = {
  'lucene.at': 'Lucene query, character {{at}}: {{reason}}',
  'lucene.tooLong': 'Lucene query of {{chars}} characters; at most {{most}} are allowed',
  'lucene.tooDeep': 'more than {{most}} parentheses and NOTs in each other',
  'lucene.tooMany': 'more than {{most}} terms',
  'lucene.fieldInside':
    'a field inside the parentheses of "{{field}}"; put a text with ":" in quotes',
  'lucene.signForWord': '"{{sign}}" where a word should be; put a text with signs in quotes',
  'lucene.ends': 'the query ends where a word should be',
  'lucene.operatorForWord': '{{word}} where a word should be; put it in quotes to search for it',
  'lucene.numberMissing': 'a number is missing after "-"',
  'lucene.rangeEnds': 'a range needs a value or * at both ends, as in [1 TO 5]',
  'lucene.toMissing': 'TO is missing, as in [1 TO 5]',
  'lucene.valueMissing': 'a value is missing after {{sign}}',
  'lucene.neverOpened': 'this parenthesis was never opened',
  'lucene.missingEnd': '{{what}} is missing at the end',
  'lucene.missingHere': '{{what}} is missing here',
  'lucene.comparison': 'a comparison',
  'lucene.fuzzy':
    'fuzzy and near searches (~) are not known here; write the words, or * for any text',
  'lucene.boost':
    'a boost (^) means nothing for log lines; leave it out, or put the text in quotes',
  'lucene.quoteOpen': 'this quote is not closed',
  'lucene.backslash': 'a \\ must stand before the sign that it takes the meaning from',
  'lucene.regexp':
    'regular expressions (/…/) are not allowed; put a text with slashes in quotes, or use * and ?',
  'lucene.strangeSign': '"{{sign}}" can\'t stand here; put the text in quotes',
  'lucene.noMessageSearch': 'the message field "{{field}}" is {{type}}, which can\'t be searched',
  'lucene.noSearch': 'the field "{{field}}" is {{type}}, which can\'t be searched',
  'lucene.existsNothing': 'the name of a field is missing after _exists_',
  'lucene.noWildcards': 'the field "{{field}}" is of type {{type}} and knows no wildcards',
  'lucene.endWildcard':
    'the field "{{field}}" is of type {{type}}: only a * at the end is possible',
  'lucene.unknownField':
    'no record has an exact field "{{field}}"{{meant}} (a text with ":" needs quotes; a pod\'s label is label.<key>)',
  'lucene.meant': '; did you mean {{names}}?',
  'lucene.beside': '"{{name}}" is chosen beside the query: more than one field can tell it',
  'lucene.storesOwn': '"{{name}}" is the store\'s own and can\'t be asked',
  'lucene.noTime':
    'the field "{{field}}" is of type {{type}}: {{value}} is no time; 2026-05-01T10:00:00Z, now-1h, or ms since the epoch are allowed',
  'lucene.noRanges': 'the field "{{field}}" is of type {{type}} and knows no ranges',
  'lucene.wordsNoRanges': 'the field "{{field}}" holds words and knows no ranges',
  'lucene.onlySigns': '{{text}} holds no letter or digit: the store keeps no signs of a message',
  'lucene.wildcardInWord':
    'a wildcard works inside one word of the message (letters, digits and _ without other signs); join several with AND, or use the search for words',
  'words.at': 'words: {{reason}}',
  'words.tooLong': '{{chars}} characters; at most {{most}} can be searched for',
  'words.tooMany': '{{words}} words; at most {{most}} are allowed',
  'words.quoteOpen': 'the quote at character {{at}} is not closed',
  'words.onlySigns':
    'words: "{{word}}" can\'t be searched for: the store keeps words of letters and digits, each of at most 255 characters, and no signs; add a word that stands beside it, as in "word {{start}}"',
  'words.noSearch': 'words: the field "{{field}}" is {{type}}, which can\'t be searched for words',
} as const;
