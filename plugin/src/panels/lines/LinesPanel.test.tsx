import { LoadingState, getDefaultTimeRange, type PanelData, type PanelProps } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import '../testing/patience.js';
import { LinesPanel } from './LinesPanel.js';
import type { LinesOptions } from './options.js';
import { linesFrame, rowOf } from './testing.js';

interface Given {
  readonly data?: Partial<PanelData>;
  readonly timeZone?: string;
}

const draw = (
  rows: Parameters<typeof linesFrame>[0],
  options: LinesOptions = {},
  { data, timeZone }: Given = {},
) =>
  render(
    <LinesPanel
      {...({ options, timeZone, width: 600, height: 300 } as PanelProps<LinesOptions>)}
      data={{
        state: LoadingState.Done,
        series: [linesFrame(rows)],
        timeRange: getDefaultTimeRange(),
        ...data,
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

  it('say why they could not be read, and not that there are none', () => {
    const errors = [{ message: 'the store ran out of time' }];
    draw([], {}, { data: { series: [], state: LoadingState.Error, errors } });
    expect(screen.getByRole('status').textContent).toContain('the store ran out of time');
    expect(screen.queryByText('No lines in this time range')).toBeNull();
  });

  it('are waited for, and not called missing', () => {
    draw([], {}, { data: { series: [], state: LoadingState.Loading } });
    expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
  });

  it.each([
    ['utc', '2026-11-21 08:00:00.000'],
    ['Asia/Shanghai', '2026-11-21 16:00:00.000'],
  ])("have their times by the board's clock: %s", (timeZone, text) => {
    draw([rowOf()], {}, { timeZone });
    expect(screen.getByText(text)).toBeInstanceOf(HTMLElement);
  });
});
