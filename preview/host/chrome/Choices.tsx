import { ToolbarButton } from '@grafana/ui';
import { keepChoice, withoutChoice, type Choice } from '../choice/index.js';
import type { Words } from '../words/words.js';

interface ChoicesProps {
  readonly words: Words;
  readonly choice: Choice;
}

/** Keeps the choice and starts anew: Grafana's packages read both as they are loaded. */
function choose(choice: Choice): void {
  keepChoice(window.localStorage, choice);
  window.location.replace(withoutChoice(window.location.href));
}

/** Theme and language. */
export function Choices({ words, choice }: ChoicesProps) {
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
