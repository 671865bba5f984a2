import { checkShapes } from './support/shapeChecks.js';

describe('the simulated site in elasticsearch-6.8', () => {
  checkShapes('elasticsearch-6.8');
});
