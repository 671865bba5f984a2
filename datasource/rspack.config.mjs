import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import rspack from '@rspack/core';
import { GIVEN, typescript } from '../scripts/lib/grafanaBundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, 'src');
const { id } = JSON.parse(readFileSync(join(source, 'plugin.json'), 'utf8'));

/** The browser's side of the plugin, as Grafana loads it: one AMD module and the files beside it. */
export const config = {
  mode: 'production',
  target: ['web', 'es2022'],
  context: source,
  entry: { module: './module.ts' },
  devtool: 'source-map',
  output: {
    path: join(here, 'dist', 'plugin'),
    filename: '[name].js',
    library: { type: 'amd' },
    publicPath: `public/plugins/${id}/`,
    uniqueName: id,
    clean: { keep: /^gpx_/ },
  },
  externals: GIVEN,
  externalsType: 'amd',
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    conditionNames: ['gpuscope-source', '...'],
  },
  // Only what is used of our own rooms, so that the schemas stay on the server's side.
  module: { rules: [{ ...typescript, sideEffects: false }] },
  plugins: [
    new rspack.CopyRspackPlugin({
      patterns: [{ from: 'plugin.json' }, { from: 'img', to: 'img' }, { from: 'locales/*/*.json' }],
    }),
  ],
  optimization: { splitChunks: false, runtimeChunk: false },
  performance: { hints: false },
};
