import { askTheSite } from '../logs/handlers/support/askTheSite.js';
import { defaultStoreKinds, storeKinds } from '../servers/index.js';

const others = storeKinds.filter((kind) => !defaultStoreKinds.some((one) => one === kind));

describe.each(others)('asking %s', askTheSite);
