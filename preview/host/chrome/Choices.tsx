import { ToolbarButton } from '@grafana/ui';
import { keepChoice, withoutChoice, type Choice } from '../choice/index.js';
import type { Words } from '../words/words.js';

interface ChoicesProps {
  readonly words: Words;
  readonly choice: Choice;
  /** Loads the page anew at an address. */
  readonly restart?: (address: string) => void;
}

const replace = (address: string): void => window.location.replace(address);

/** Theme and language. */
export function Choices({ words, choice, restart = replace }: ChoicesProps) {
  // Grafana's packages read both as they are loaded.
  const choose = (chosen: Choice): void => {
    keepChoice(window.localStorage, chosen);
    restart(withoutChoice(window.location.href));
  };
  const { theme, language } = choice;
  const isDark = theme === 'dark';
  const other = language === 'zh-Hans' ? 'en-US' : 'zh-Hans';
  return (
    <>
      <ToolbarButton
        variant="canvas"
        tooltip={isDark ? words.light : words.dark}
        icon="adjust-circle"
        aria-label={isDark ? words.light : words.dark}
        onClick={() => choose({ ...choice, theme: isDark ? 'light' : 'dark' })}
      />
      <ToolbarButton
        variant="canvas"
        lang={other}
        onClick={() => choose({ ...choice, language: other })}
      >
        {words.toLanguage}
      </ToolbarButton>
    </>
  );
}
