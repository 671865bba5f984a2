import { checkShapes } from './support/shapeChecks.js';

describe('the simulated site in opensearch-2.19', () => {
  checkShapes('opensearch-2.19');
});
