import { store } from '@grafana/data';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { draw } from '../../testing/grafana.js';
import { TenancyNote } from './TenancyNote.js';

const WORDS = 'Until tenancy is enforced, all viewers see all tenants.';

beforeEach(() => store.delete('gpuscope-app.tenancyNote.read'));

describe('the note on who sees what', () => {
  it('is there until it is read, then stays away in this browser', async () => {
    const first = draw(<TenancyNote />);
    expect(screen.getByText(WORDS).isConnected).toBe(true);
    await userEvent.click(screen.getByRole('button'));
    expect(screen.queryByText(WORDS)).toBeNull();
    first.unmount();
    draw(<TenancyNote />);
    expect(screen.queryByText(WORDS)).toBeNull();
  });

  it('is there, and can be put away, where the browser keeps nothing', async () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const refusing = (['exists', 'getObject', 'setObject'] as const).map((call) =>
      jest.spyOn(store, call).mockImplementation(refuse),
    );
    draw(<TenancyNote />);
    await userEvent.click(screen.getByRole('button'));
    expect(screen.queryByText(WORDS)).toBeNull();
    for (const one of refusing) one.mockRestore();
  });

  it.each(['', 'false', '[', '"true"'])('is there where the browser holds rubbish: %s', (kept) => {
    const said = jest.spyOn(console, 'error').mockReturnValue();
    store.set('gpuscope-app.tenancyNote.read', kept);
    draw(<TenancyNote />);
    expect(screen.getByText(WORDS).isConnected).toBe(true);
    said.mockRestore();
  });
});
