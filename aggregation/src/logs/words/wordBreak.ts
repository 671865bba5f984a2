/**
 * Unicode's word-break classes (UAX #29) as far as the stores' standard analyser tells them apart, one letter each:
 *
 * L letter · N digit · K katakana · X joins all of these (underscore) · m joins letters (`:`) · n joins digits (`,`) ·
 * q joins both (`.`, `'`) · E belongs to the character before (accents, joiners) · H a word by itself (ideographs,
 * hiragana) · S scripts without blanks (Thai, Khmer, …): a run is a word · U what versions of the analyser treat
 * differently (emoji, modifier letters) · o anything else, which parts words.
 */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/[\u{fe0e}\u{fe0f}\u20e3\u202f\u{e0020}-\u{e007f}]/u, 'U'],
  [/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/u, 'U'],
  [/[\u02c2-\u02c5\u02d2-\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff]/u, 'U'],
  [/[\u055a-\u055e\u058a\u05f3\u05f4\ua708-\ua721\ua789\ua78a\uab5b]/u, 'U'],
  [/[:\u00b7\u0387\u2027\ufe13\ufe55\uff1a]/u, 'm'],
  [/[.'\u2018\u2019\u2024\ufe52\uff07\uff0e]/u, 'q'],
  [/[,;\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe10\ufe14\ufe50\ufe54\uff0c\uff1b]/u, 'n'],
  [/\u200b/u, 'o'],
  [/[\p{M}\p{Cf}\uff9e\uff9f]/u, 'E'],
  [/\p{Nd}/u, 'N'],
  [/\p{Pc}/u, 'X'],
  [/[\p{Script=Han}\p{Script=Hiragana}]/u, 'H'],
  [/[\p{Script=Katakana}\u3031-\u3035\u309b\u309c\u30a0\u30fc\uff70]/u, 'K'],
  [/[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}]/u, 'S'],
  [/[\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}]/u, 'S'],
  [/\p{Alphabetic}/u, 'L'],
];

const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) =>
  find(String.fromCharCode(code)),
);

function find(character: string): string {
  return CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? 'o';
}

export const wordBreakClass = (character: string): string =>
  ASCII[character.codePointAt(0) ?? 0] ?? find(character);
