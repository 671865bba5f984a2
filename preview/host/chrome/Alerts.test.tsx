import { AppEvents, EventBusSrv } from '@grafana/data';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Alerts } from './Alerts.js';
import '../testing/patience.js';

function draw() {
  const events = new EventBusSrv();
  render(<Alerts events={events} choice={{ theme: 'dark', language: 'en-US' }} />);
  const tell = (kind: { name: string }, ...payload: string[]) =>
    act(() => events.publish({ type: kind.name, payload }));
  return tell;
}

describe('what plugins tell the visitor', () => {
  it('is shown, with its details', () => {
    const tell = draw();
    tell(AppEvents.alertError, 'Not saved', 'no right');
    expect(screen.getByRole('alert').textContent).toContain('Not saved');
    expect(screen.getByText('no right')).toBeTruthy();
  });

  it('goes by itself where it is good, and stays where it is not', () => {
    jest.useFakeTimers();
    const tell = draw();
    tell(AppEvents.alertSuccess, 'Saved');
    tell(AppEvents.alertError, 'Broken');
    act(() => jest.advanceTimersByTime(6000));
    expect(screen.queryByText('Saved')).toBeNull();
    expect(screen.getByText('Broken')).toBeTruthy();
    jest.useRealTimers();
  });

  it('can be closed, one by one', () => {
    const tell = draw();
    tell(AppEvents.alertWarning, 'One');
    tell(AppEvents.alertError, 'Two');
    fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement);
    expect(screen.queryByText('One')).toBeNull();
    expect(screen.getByText('Two')).toBeTruthy();
  });
});
