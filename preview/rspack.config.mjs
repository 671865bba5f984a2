import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import rspack from '@rspack/core';
import { typescript } from '../scripts/lib/grafanaBundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'host');
const find = createRequire(import.meta.url);

/** Folder of a package that is installed. */
const folderOf = (name) => dirname(find.resolve(`${name}/package.json`));

// What a host sets once and Grafana's packages keep from plugins: the very files, past the packages' doors.
const INSIDE = {
  '@grafana/runtime/inside': join(folderOf('@grafana/runtime'), 'dist', 'esm'),
  '@grafana/i18n/inside': join(folderOf('@grafana/i18n'), 'dist', 'esm'),
};

/** Grafana's components find their pictures and fonts below the folder that `main.tsx` names to them. */
const STATIC = 'static';

/** Icons of Grafana's components; where its package has none of its own, ours, else nothing to see. */
function icons() {
  const to = join(STATIC, 'build', 'img', 'icons');
  const unicons = join(to, 'unicons');
  const given = join(folderOf('@grafana/ui'), 'dist', 'public', 'img', 'icons');
  const known = readdirSync(join(given, 'unicons'));
  const ours = readdirSync(join(source, 'icons'));
  const blank = iconNames().filter((file) => !known.includes(file) && !ours.includes(file));
  return [
    { from: given, to, globOptions: { ignore: ['**/grafana.svg'] } },
    ...ours.map((file) => ({ from: join(source, 'icons', file), to: join(unicons, file) })),
    ...blank.map((file) => ({ from: join(source, 'blank.svg'), to: join(unicons, file) })),
  ];
}

/** All names of icons that components may ask for. */
function iconNames() {
  const index = join(folderOf('@grafana/data'), 'dist', 'esm', 'types', 'icon.mjs');
  const names = readFileSync(index, 'utf8').matchAll(/^\s+"?([a-z0-9-]+)"?: true/gm);
  return [...names].map(([, name]) => `${name}.svg`).filter((file) => !file.startsWith('gf-'));
}

/** Inter, under the names that Grafana's styles ask for. */
function fonts() {
  const files = join(folderOf('@fontsource/inter'), 'files');
  const named = {
    '400-normal': 'Inter-Regular',
    '400-italic': 'Inter-Italic',
    '500-normal': 'Inter-Medium',
    '500-italic': 'Inter-MediumItalic',
  };
  return Object.entries(named).map(([cut, name]) => ({
    from: join(files, `inter-latin-${cut}.woff2`),
    to: join(STATIC, 'fonts', 'inter', `${name}.woff2`),
  }));
}

/** The page that mounts the built plugins: a small start page first, the rest as it is needed. */
export const config = {
  mode: 'production',
  target: ['web', 'es2022'],
  context: source,
  entry: { start: './main.tsx' },
  devtool: false,
  output: {
    path: join(here, 'dist', 'host'),
    filename: '[name].[contenthash:10].js',
    chunkFilename: '[name].[contenthash:10].js',
    assetModuleFilename: '[name].[contenthash:10][ext]',
    publicPath: '/public/build/',
    uniqueName: 'gpuscope-preview',
    clean: true,
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    conditionNames: ['gpuscope-source', '...'],
    alias: INSIDE,
  },
  module: {
    rules: [
      typescript,
      // Grafana's packages name files of others without their ending.
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
      { test: /\.css$/, type: 'css' },
    ],
  },
  plugins: [
    new rspack.HtmlRspackPlugin({ template: './index.html', scriptLoading: 'defer' }),
    new rspack.IgnorePlugin({ resourceRegExp: /^\.\/locale$/, contextRegExp: /moment$/ }),
    // Scripts that look for another loader than this bundle's would find the one that loads plugins.
    new rspack.DefinePlugin({ 'typeof define': JSON.stringify('undefined') }),
    new rspack.CopyRspackPlugin({ patterns: [...icons(), ...fonts()] }),
  ],
  optimization: { splitChunks: { chunks: 'async' } },
  performance: { hints: false },
};
