import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesOf } from '@gpuscope/dashboards';
import { repositoryRoot } from '../../servers/repository.js';

type Tree = { readonly [key: string]: string | Tree };

/** Every text of a tree by the path to it. */
const textsOf = (tree: Tree, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}/${key}`, value] as const]
      : textsOf(value, `${path}/${key}`),
  );

const localeOf = (language: string): Tree =>
  JSON.parse(
    readFileSync(
      join(repositoryRoot(), `plugin/src/locales/${language}/gpuscope-app.json`),
      'utf8',
    ),
  ) as Tree;

const differing = (english: Tree, chinese: Tree): readonly string[] => {
  const translated = new Map(textsOf(chinese));
  return textsOf(english)
    .filter(([path, text]) => translated.get(path) !== text && !text.includes('{{'))
    .map(([, text]) => text);
};

/** Texts of ours that are written otherwise in Chinese: on a Chinese page none of them may stand. */
export const englishTexts = (): ReadonlySet<string> => {
  const boards = differing(messagesOf('en'), messagesOf('zh'));
  const ours = differing(localeOf('en-US'), localeOf('zh-Hans'));
  const chinese = new Set([
    ...textsOf(messagesOf('zh') as unknown as Tree).map(([, text]) => text),
    ...textsOf(localeOf('zh-Hans')).map(([, text]) => text),
  ]);
  // What is the same elsewhere in Chinese, such as GPU, is no English; a single small word may be a name in the data.
  const isName = (text: string): boolean => chinese.has(text) || /^[a-z]+$/.test(text);
  return new Set([...boards, ...ours].filter((text) => !isName(text)));
};
