import { fireEvent, render, screen } from '@testing-library/react';
import { readChoice, type Choice } from '../choice/index.js';
import { wordsOf } from '../words/words.js';
import { Choices } from './Choices.js';
import '../testing/patience.js';

const draw = (choice: Choice) =>
  render(<Choices words={wordsOf(choice.language)} choice={choice} restart={() => undefined} />);

const kept = () => readChoice({ search: '', kept: window.localStorage, languages: ['en-US'] });

beforeEach(() => window.localStorage.clear());

describe('choosing', () => {
  it.each([
    ['dark', 'Light theme', 'light'],
    ['light', 'Dark theme', 'dark'],
  ] as const)('leads from %s to the other theme, and keeps it', (theme, name, other) => {
    draw({ theme, language: 'en-US' });
    fireEvent.click(screen.getByRole('button', { name }));
    expect(kept()).toEqual({ theme: other, language: 'en-US' });
  });

  it('names the other language in that language', () => {
    draw({ theme: 'light', language: 'en-US' });
    const button = screen.getByRole('button', { name: '中文' });
    expect(button.getAttribute('lang')).toBe('zh-Hans');
    fireEvent.click(button);
    expect(kept()).toEqual({ theme: 'light', language: 'zh-Hans' });
  });

  it('starts the page anew without what the address said against it', () => {
    const restarts: string[] = [];
    window.history.pushState({}, '', '/a/app?theme=dark&lang=en-US&var-app=x');
    render(
      <Choices
        words={wordsOf('en-US')}
        choice={{ theme: 'dark', language: 'en-US' }}
        restart={(address) => restarts.push(address)}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Light theme' }));
    expect(restarts.map((address) => new URL(address).search)).toEqual(['?var-app=x']);
  });
});
