import { defaultStoreKinds } from '../../../servers/index.js';
import { checkPort } from './checkPort.js';

describe.each(defaultStoreKinds)('%s', (kind) => checkPort(kind));
