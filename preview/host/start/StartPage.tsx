import type { Words } from '../words/words.js';
import { PartRow } from './PartRow.js';
import type { Preview } from './preview.js';
import { START_STYLES } from './styles.js';

export interface StartPageProps {
  readonly words: Words;
  /** The last answer; absent before the first. */
  readonly preview?: Preview;
  /** Why the server can't be asked now. */
  readonly silence?: string;
  /** Why the app could not be opened, though all is ready. */
  readonly mountError?: string;
}

interface Headline {
  readonly title: string;
  readonly text: string;
  readonly bad: boolean;
}

function headline({ words, preview, silence, mountError }: StartPageProps): Headline {
  if (mountError !== undefined) return { title: words.mountFailed, text: mountError, bad: true };
  if (silence !== undefined) return { title: words.silent, text: silence, bad: true };
  switch (preview?.state) {
    case 'failed':
      return { title: words.failedTitle, text: words.failedText, bad: true };
    case 'ready':
      return { title: words.mounting, text: words.simulatedHint, bad: false };
    case 'starting':
    case undefined:
      return { title: words.startTitle, text: words.startText, bad: false };
  }
}

/** Shown until the app can be: what starts, how far it is, and what went wrong. */
export function StartPage(props: StartPageProps) {
  const { words, preview } = props;
  const { title, text, bad } = headline(props);
  const parts = preview?.parts ?? [];
  return (
    <main className="start">
      <style>{START_STYLES}</style>
      <p className="start-marks">
        <span>{words.preview}</span>
        <span>{words.simulated}</span>
      </p>
      <h1 className={bad ? 'start-bad' : undefined}>{title}</h1>
      <p className="start-text" role={bad ? 'alert' : 'status'}>
        {text}
      </p>
      <ul className="start-parts">
        {parts.map((part) => (
          <PartRow key={part.name} part={part} words={words} />
        ))}
      </ul>
    </main>
  );
}
