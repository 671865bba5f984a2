import { LoadingState } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { tableFrame } from '../testing/frames.js';
import type { Given } from '../testing/panelProps.js';
import { panelProps } from '../testing/panelProps.js';
import '../testing/patience.js';
import type { RingOptions } from './options.js';
import { RingPanel } from './RingPanel.js';

const GPUS = [
  tableFrame('total', [[{}, 8]]),
  tableFrame('held', [[{}, 6]]),
  tableFrame('used', [[{}, 3.4]]),
];

const draw = (given: Partial<Given<RingOptions>> = {}) =>
  render(<RingPanel {...panelProps({ options: { unit: 'gpus' }, series: GPUS, ...given })} />);

const figures = () =>
  Object.fromEntries(
    screen
      .getAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

const part = (container: HTMLElement, name: string) =>
  container.querySelector(`[data-part="${name}"]`);

describe('the ring', () => {
  it('says all figures in words', () => {
    draw();
    expect(figures()).toEqual({
      Total: '8 GPUs',
      Held: '6 GPUs',
      Used: '3.4 GPUs',
      'Held, not used': '2.6 GPUs',
      Free: '2 GPUs',
    });
  });

  it('reads itself aloud in a sentence', () => {
    draw();
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      '3.4 of 8 GPUs at work, 6 of 8 GPUs given out.',
    );
  });

  it('draws held outside and used inside, each as far as its share', () => {
    const { container } = draw();
    expect(part(container, 'held')?.getAttribute('d')).toContain('A 44 44');
    expect(part(container, 'used')?.getAttribute('d')).toContain('A 32 32');
    expect(part(container, 'unknown')).toBeNull();
    expect(screen.getByText('43 %')).toBeInstanceOf(Element);
  });

  it('hatches what somebody has and nobody knows who', () => {
    const { container } = draw({ series: [...GPUS, tableFrame('unknown', [[{}, 1]])] });
    expect(part(container, 'unknown')?.getAttribute('stroke')).toMatch(/^url\(#/);
    expect(figures()).toMatchObject({ 'Holder unknown': '1 GPU', Free: '1 GPU' });
  });

  it('uses the names and the unit that the board gives', () => {
    draw({
      options: { unit: 'bytes', names: { held: 'Reserved' } },
      series: [
        tableFrame('total', [[{}, 80 * 1024 ** 3]]),
        tableFrame('held', [[{}, 41 * 1024 ** 3]]),
        tableFrame('used', [[{}, 1024 ** 3]]),
      ],
    });
    expect(figures()).toMatchObject({
      Reserved: '41 GiB',
      Used: '1 GiB',
      Total: '80 GiB',
      'Reserved, not used': '40 GiB',
    });
  });

  it('explains a figure on hover, and to the keyboard', async () => {
    draw();
    const user = userEvent.setup();
    await user.hover(screen.getByText('2.6 GPUs'));
    expect((await screen.findByRole('tooltip')).textContent).toBe(
      'The gap between the rings: 2.6 of 8 GPUs (33 %) given out and not at work.',
    );
    expect(screen.getByText('6 GPUs').tabIndex).toBe(0);
  });
});

describe('a ring without figures', () => {
  const options = { unit: 'cores', ifEmpty: 'Needs kube-state-metrics.' } as const;

  it('says what is missing', () => {
    draw({ options, series: [] });
    expect(screen.getByRole('status').textContent).toContain('Needs kube-state-metrics.');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('shows the part that is known, and says what the rest needs', () => {
    draw({ options, series: [tableFrame('total', [[{}, 64]]), tableFrame('used', [[{}, 12]])] });
    expect(figures()).toMatchObject({ Total: '64 cores', Used: '12 cores', Held: '–', Free: '–' });
    expect(screen.getByText('Needs kube-state-metrics.')).toBeInstanceOf(HTMLElement);
  });

  it('is not called empty while it is asked', () => {
    draw({ options, series: [], state: LoadingState.Loading });
    expect(screen.getByRole('status').getAttribute('aria-busy')).toBe('true');
    expect(screen.queryByText('Needs kube-state-metrics.')).toBeNull();
  });

  it('keeps what it had while new figures come', () => {
    draw({ state: LoadingState.Loading });
    expect(figures()).toMatchObject({ Used: '3.4 GPUs' });
  });

  it('says why it failed, in the words of who was asked', () => {
    draw({
      options,
      series: [],
      state: LoadingState.Error,
      errors: [{ message: 'query timed out' }],
    });
    expect(screen.getByRole('status').textContent).toContain('query timed out');
  });
});
