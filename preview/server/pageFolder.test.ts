import { pageFolder } from './pageFolder.js';

describe('pageFolder', () => {
  it('is where the page is built to, from wherever this runs', () => {
    expect(pageFolder()).toMatch(/\/preview\/dist\/host$/);
  });
});
