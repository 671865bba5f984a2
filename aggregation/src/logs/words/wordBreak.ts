/**
 * What versions of the analyser treat differently, in hexadecimal: signs of emoji and other pictures, modifier letters,
 * and letters and accents that came to Unicode after the version (6.3) that the oldest analysers know.
 */
const VARYING = [
  '2c2-2c5 2d2-2df 2e5-2eb 2ed 2ef-2ff 55a-55e 560 588 58a 5ef 5f3-5f4 7fd 860-86a 870-89f 8b5 8be-8d3',
  '9fc 9fe afa-aff b55 c04 c3c c5c-c5d cdc-cdd cf3 d00 d04 d3b-d3c d81 e86-e93 e98 ea0 ea8-eac eba ece',
  '170d 1715 171f 180f 1878 1abf-1aeb 1b4c 1c89-1c8a 1c90-1cbf 1cf2-1cfa 1df6-1dfa 202f 20e3 2300-23ff',
  '2600-27bf 2c2f 2c5f 3006 312e-312f 31bb-31bf 4dbc 9fd6-9fff a708-a721 a789-a78a a7af a7b8-a7dc',
  'a7f1-a7f6 a82c a8fe-a8ff ab5b ab66-ab69 fe0e-fe0f 10000-1d3ff 1d800-1ffff 2a6d7-10ffff',
]
  .flatMap((row) => row.split(' '))
  .map((range) => range.split('-').map((code) => parseInt(code, 16)))
  .map(([from = 0, to = from]) => ({ from, to }));

/**
 * Unicode's word-break classes (UAX #29) as far as the stores' standard analyser tells them apart, one letter each:
 *
 * L letter · N digit · K katakana · X joins all of these (underscore) · m joins letters (`:`) · n joins digits (`,`) ·
 * q joins both (`.`, `'`) · E belongs to the character before (accents, joiners) · H a word by itself (ideographs,
 * hiragana) · S scripts without blanks (Thai, Khmer, …): a run is a word · U what versions of the analyser treat
 * differently (emoji, modifier letters) · o anything else, which parts words.
 */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/u, 'U'],
  [/[\u3005\u303b]/u, 'L'],
  [/[:\u00b7\u0387\u2027\ufe13\ufe55\uff1a]/u, 'm'],
  [/[.'\u2018\u2019\u2024\ufe52\uff07\uff0e]/u, 'q'],
  [/[,;\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b]/u, 'n'],
  [/\u200b/u, 'o'],
  [/[\p{M}\p{Cf}\uff9e\uff9f]/u, 'E'],
  [/[\p{Nd}\u066b]/u, 'N'],
  [/\p{Pc}/u, 'X'],
  [/[\p{Script=Han}\p{Script=Hiragana}]/u, 'H'],
  [/[\p{Script=Katakana}\u3031-\u3035\u309b\u309c\u30a0\u30fc\uff70]/u, 'K'],
  [/(?=\p{L})[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]/u, 'S'],
  [/(?=\p{L})[\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}]/u, 'S'],
  [/(?=\p{L})\p{Script=Tai_Viet}/u, 'S'],
  [/\p{Alphabetic}/u, 'L'],
];

const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) =>
  find(String.fromCharCode(code)),
);

function find(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (VARYING.some(({ from, to }) => from <= code && code <= to)) return 'U';
  return CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? 'o';
}

export const wordBreakClass = (character: string): string =>
  ASCII[character.codePointAt(0) ?? 0] ?? find(character);
