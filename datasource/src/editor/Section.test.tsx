import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Section } from './Section.js';

const draw = (isOpenAtFirst = false) =>
  render(
    <Section title="More" summary={['two set', 'one not']} isOpenAtFirst={isOpenAtFirst}>
      <input aria-label="inside" />
    </Section>,
  );
const head = () => screen.getByRole('button');

describe('a part that most do not need', () => {
  it('is closed, and says what is set in it', () => {
    draw();
    expect(screen.queryByLabelText('inside')).toBeNull();
    expect(head().textContent).toBe('Moretwo set · one not');
  });

  it('opens and closes without a mouse', async () => {
    draw();
    const user = userEvent.setup();
    await user.tab();
    expect(document.activeElement).toBe(head());
    await user.keyboard('{Enter}');
    expect(head().getAttribute('aria-expanded')).toBe('true');
    expect(head().textContent).toBe('More');
    await user.tab();
    expect(document.activeElement).toBe(screen.getByLabelText('inside'));
    await user.tab({ shift: true });
    await user.keyboard(' ');
    expect(screen.queryByLabelText('inside')).toBeNull();
  });

  it('names what it opens', () => {
    draw(true);
    const id = head().getAttribute('aria-controls') ?? '';
    expect(document.getElementById(id)?.contains(screen.getByLabelText('inside'))).toBe(true);
  });
});
