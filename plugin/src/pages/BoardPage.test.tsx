import { screen } from '@testing-library/react';
import { series } from '../testing/frames.js';
import { draw } from '../testing/grafana.js';
import { BoardPage } from './BoardPage.js';

describe('a page that is a board', () => {
  it('draws what the data source answers', async () => {
    const { asked } = draw(<BoardPage page="node" />, { answer: () => [series(3.4)] });
    expect((await screen.findAllByText(/Value=3.4/)).length).toBeGreaterThan(1);
    expect(asked.length).toBeGreaterThan(0);
  });
});
