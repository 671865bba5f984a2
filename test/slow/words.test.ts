import { describeWords } from '../logs/words/describeWords.js';
import { defaultStoreKinds, storeKinds } from '../servers/index.js';

const defaults: readonly string[] = defaultStoreKinds;

describe.each(storeKinds.filter((kind) => !defaults.includes(kind)))('words in %s', describeWords);
