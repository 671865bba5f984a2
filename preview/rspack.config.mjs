import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import rspack from '@rspack/core';

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

const typescript = {
  test: /\.tsx?$/,
  loader: 'builtin:swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
  },
};

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
      { test: /\.(woff2?)$/, type: 'asset/resource' },
    ],
  },
  plugins: [
    new rspack.HtmlRspackPlugin({ template: './index.html', scriptLoading: 'defer' }),
    new rspack.IgnorePlugin({ resourceRegExp: /^\.\/locale$/, contextRegExp: /moment$/ }),
    new rspack.CopyRspackPlugin({
      patterns: [
        {
          from: join(folderOf('@grafana/ui'), 'dist', 'public', 'img', 'icons'),
          to: 'img/icons',
          globOptions: { ignore: ['**/grafana.svg'] },
        },
      ],
    }),
  ],
  optimization: { splitChunks: { chunks: 'async' } },
  performance: { hints: false },
};
