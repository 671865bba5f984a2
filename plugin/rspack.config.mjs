import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import rspack from '@rspack/core';
import { GIVEN, typescript } from '../scripts/lib/grafanaBundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'src');
const { id } = JSON.parse(readFileSync(join(source, 'plugin.json'), 'utf8'));

/** `module` is the loader's own word for the module that it loads: it knows the address. */
const ITSELF = { './itself.js': 'module' };

/** The app as Grafana loads it: one AMD module, a file per page that is fetched when it is opened, and what lies beside. */
export const config = {
  mode: 'production',
  target: ['web', 'es2022'],
  context: source,
  // The address comes first: whatever is fetched later is found with it.
  entry: { module: ['./publicPath.ts', './module.tsx'] },
  devtool: 'source-map',
  output: {
    path: join(here, 'dist', 'plugin'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    chunkLoading: 'jsonp',
    library: { type: 'amd' },
    publicPath: `public/plugins/${id}/`,
    uniqueName: id,
    clean: true,
  },
  externals: [...GIVEN, ITSELF],
  externalsType: 'amd',
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    conditionNames: ['gpuscope-source', '...'],
  },
  module: { rules: [{ ...typescript, sideEffects: false }] },
  plugins: [
    new rspack.CopyRspackPlugin({
      patterns: [{ from: 'plugin.json' }, { from: 'img', to: 'img' }, { from: 'locales/*/*.json' }],
    }),
  ],
  performance: { hints: false },
};
