// Bundles the preview's page on the packages of Grafana 13.2: node build.mjs <folder of the packages> <folder to write>.
// It is the very page of the preview, so that what runs in it are the plugins as they ship.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../../scripts/lib/root.mjs';

const [packages, folder] = process.argv.slice(2);
const preview = join(root, 'preview');
const { rspack } = createRequire(join(preview, 'package.json'))('@rspack/core');
const { config } = await import(pathToFileURL(join(preview, 'rspack.config.mjs')).href);

const installed = join(packages, 'node_modules');

/** Names that stand for folders within packages, moved to where these packages lie. */
const moved = Object.fromEntries(
  Object.entries(config.resolve.alias ?? {}).map(([name, path]) => [
    name,
    path.replace(/^.*[/\\]node_modules/, installed),
  ]),
);

/** What the page itself imports is looked for here first; what packages import, where they lie. */
const ownImports = {
  include: config.context,
  resolve: { modules: [installed, join(preview, 'node_modules'), join(root, 'node_modules')] },
};
const looseImports = { test: /\.m?js$/, resolve: { fullySpecified: false } };

const compiler = rspack({
  ...config,
  output: { ...config.output, path: folder },
  resolve: { ...config.resolve, alias: moved },
  module: { rules: [ownImports, looseImports, ...config.module.rules] },
});
compiler.run((error, stats) => {
  if (error === null && !stats.hasErrors()) return;
  console.error(error ?? stats.toString({ preset: 'errors-only' }));
  process.exitCode = 1;
});
