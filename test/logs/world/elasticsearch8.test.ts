import { checkShapes } from './support/shapeChecks.js';

describe('the simulated site in elasticsearch-8.19', () => {
  checkShapes('elasticsearch-8.19');
});
