import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A text of the user interface: its key in the files of `locales`, and its English words. */
export interface Text {
  readonly key: string;
  readonly words: string;
}

const literal = (node: ts.Node | undefined): string | undefined =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;

/** Every `t('key', 'words')` of a source text. */
export function textsOf(source: string): readonly Text[] {
  const found: Text[] = [];
  const look = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 't'
    ) {
      const [key, words] = node.arguments.map(literal);
      if (key === undefined || words === undefined)
        throw new Error(`No plain text: ${node.getText()}`);
      found.push({ key, words });
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

/** The source files below a folder, without tests. */
export const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !/(^|\/)testing\//.test(name),
    )
    .map((name) => join(folder, name));

/** All texts of a folder's sources. */
export const textsIn = (folder: string): readonly Text[] =>
  sourceFiles(folder).flatMap((file) => textsOf(readFileSync(file, 'utf8')));

type Tree = { readonly [key: string]: string | Tree };

/** A file of `locales` as one level: `a.b` to its words. */
export const flat = (tree: Tree, prefix = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  );
