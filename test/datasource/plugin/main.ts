// A plugin that answers as its questions say, for tests of the protocol. It asks no store.
import { createHostLog, runPlugin } from '@gpuscope/datasource/backend';
import { createAnsweringPlugin } from './answeringPlugin.js';

const log = createHostLog((line) => void process.stderr.write(line));
log.info('starts', { big: 2n ** 60n, '@message': 'not this' });
void runPlugin({ plugin: createAnsweringPlugin() }, log).catch((error: unknown) => {
  log.error('can not start', { error: String(error) });
  process.exit(1);
});
