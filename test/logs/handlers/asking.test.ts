import { defaultStoreKinds } from '../../servers/index.js';
import { askTheSite } from './support/askTheSite.js';

describe.each(defaultStoreKinds)('asking %s', askTheSite);
