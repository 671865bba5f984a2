import type { Words } from '../words/words.js';
import type { Part, PartState } from './preview.js';

/** A shape for each state, so that colour is not alone. */
const SIGNS: Readonly<Record<PartState, string>> = {
  waiting: '○',
  starting: '◐',
  ready: '●',
  failed: '✕',
};

interface PartRowProps {
  readonly part: Part;
  readonly words: Words;
}

export function PartRow({ part: { name, state, note, url }, words }: PartRowProps) {
  return (
    <li className={`start-part start-${state}`} data-state={state}>
      <span className="start-sign" aria-hidden="true">
        {SIGNS[state] ?? SIGNS.waiting}
      </span>
      <span className="start-name">{name}</span>
      <span className="start-state">{words.state[state] ?? state}</span>
      <span className="start-note">{note}</span>
      {url !== undefined && (
        <a href={url} target="_blank" rel="noreferrer" aria-label={`${words.open}: ${name}`}>
          {words.open}
        </a>
      )}
    </li>
  );
}
