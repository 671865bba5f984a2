import { boards } from './boards/index.js';
import { boardJson } from './grafana/board.js';
import { uidsIn } from './grafana/uid.js';
import { LANGUAGES, messagesOf, type Language } from './messages/languages.js';

const FOLDERS: Readonly<Record<Language, string>> = {
  en: 'dashboards/boards',
  zh: 'dashboards/boards/zh-Hans',
};

/** The boards of a language as files, by their paths below the repository's root. */
export function boardFiles(language: Language): ReadonlyMap<string, string> {
  const messages = messagesOf(language);
  const options = { uidOf: uidsIn(language), words: messages.render };
  return new Map(
    boards(messages).map((board) => [
      `${FOLDERS[language]}/${board.id}.json`,
      `${JSON.stringify(boardJson(board, options), null, 2)}\n`,
    ]),
  );
}

/** Every board in every language as a file. */
export const allBoardFiles = (): ReadonlyMap<string, string> =>
  new Map(LANGUAGES.flatMap((language) => [...boardFiles(language)]));
