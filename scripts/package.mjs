// npm run package: what an administrator installs, in dist/package.
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { packageAll, variants } from './lib/package/build.mjs';
import { checkTarget } from './lib/package/target.mjs';
import { root } from './lib/root.mjs';

const usage = `npm run package [-- --only ${variants.join(',')}] [-- --out FOLDER]`;

function parse(args) {
  const options = { chosen: variants, target: join(root, 'dist/package') };
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at], args[at + 1] ?? ''];
    if (!['--out', '--only'].includes(name))
      throw new Error(`unknown argument ${JSON.stringify(name)}\n${usage}`);
    if (value === '') throw new Error(`${name} needs a value\n${usage}`);
    if (name === '--out') options.target = value;
    else options.chosen = parseVariants(value);
  }
  return options;
}

function parseVariants(value) {
  const wanted = value.split(',');
  const unknown = wanted.filter((name) => !variants.includes(name));
  if (unknown.length > 0) throw new Error(`there is no variant ${unknown.join(', ')}\n${usage}`);
  return variants.filter((name) => wanted.includes(name));
}

try {
  const { chosen, target } = parse(process.argv.slice(2));
  checkTarget(target);
  await bootstrap();
  const names = await packageAll(chosen, target);
  console.log(names.map((name) => join(target, name)).join('\n'));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
