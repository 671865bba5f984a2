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
});
