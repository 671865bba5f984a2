import { defaultStoreKinds } from '../../servers/index.js';
import { checkPort } from './support/portChecks.js';

describe.each(defaultStoreKinds)('%s', (kind) => checkPort(kind));
