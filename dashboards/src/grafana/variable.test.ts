import { boards } from '../boards/index.js';
import { LANGUAGES, messagesOf } from '../messages/languages.js';
import { variableJson } from './variable.js';

/** How Grafana reads the list: parted by commas that nothing marks, each entry a text and a value. */
const readList = (query: string): { text: string; value: string }[] =>
  query.split(/(?<!\\),/u).map((entry) => {
    const [text = '', value = ''] = entry.replaceAll('\\,', ',').split(' : ');
    return { text, value };
  });

const choices = LANGUAGES.flatMap((language) =>
  boards(messagesOf(language)).flatMap(({ id, variables }) =>
    variables.flatMap((one) => (one.kind === 'choice' ? [[language, id, one] as const] : [])),
  ),
);

describe('a choice in the JSON of a board', () => {
  it.each(choices)(
    '%s: %s: Grafana reads the options that were meant',
    (_language, _id, choice) => {
      expect(readList(String(variableJson(choice)['query']))).toEqual(choice.options);
    },
  );

  it('is there in every language, and one of them has a comma in a text', () => {
    expect(new Set(choices.map(([language]) => language)).size).toBe(LANGUAGES.length);
    const texts = choices.flatMap(([, , { options }]) => options.map(({ text }) => text));
    expect(texts.some((text) => text.includes(','))).toBe(true);
  });
});
