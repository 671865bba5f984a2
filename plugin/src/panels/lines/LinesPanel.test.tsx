import { LoadingState, getDefaultTimeRange, type PanelProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { LinesPanel } from './LinesPanel.js';
import type { LinesOptions } from './options.js';
import { linesFrame, rowOf } from './testing.js';

const draw = (rows: Parameters<typeof linesFrame>[0], options: LinesOptions = {}) =>
  render(
    <LinesPanel
      {...({ options, width: 600, height: 300 } as PanelProps<LinesOptions>)}
      data={{
        state: LoadingState.Done,
        series: [linesFrame(rows)],
        timeRange: getDefaultTimeRange(),
      }}
    />,
  );

describe('lines on a board', () => {
  it('stand newest first, with the columns that the board wants', () => {
    draw(
      [
        rowOf({ id: 'old', timeMs: 1, line: 'older' }),
        rowOf({ id: 'new', timeMs: 2, line: 'newer' }),
      ],
      { columns: ['pod'] },
    );
    const texts = screen.getAllByText(/older|newer/).map(({ textContent }) => textContent);
    expect(texts).toEqual(['newer', 'older']);
    expect(screen.getByRole('columnheader', { name: 'pod' })).toBeInstanceOf(HTMLElement);
  });

  it('lead to the page Logs, with the line’s neighbours and its pod', async () => {
    draw([rowOf({ id: 'logs-1/x' })]);
    await userEvent.setup().click(screen.getByText('step 12 done'));
    const href = (name: string) =>
      new URL(screen.getByRole('link', { name }).getAttribute('href') ?? '', 'http://x');
    const context = href('Show context');
    expect(context.pathname).toContain('/a/gpuscope-app/logs');
    expect(context.searchParams.get('ctx')).toBe('logs-1/x');
    expect(context.searchParams.get('var-pod')).toBe('train-0');
    expect(href('Only this pod').searchParams.get('ctx')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Only lines with/ })).toBeNull();
  });

  it('say that there are none', () => {
    draw([]);
    expect(screen.getByText('No lines in this time range')).toBeInstanceOf(HTMLElement);
  });
});
