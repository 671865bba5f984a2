import { useEffect, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { readChoice, type Choice } from './choice/index.js';
import { StartPage } from './start/StartPage.js';
import type { Preview } from './start/preview.js';
import { watchPreview } from './start/watch.js';
import { wordsOf } from './words/words.js';

/** Where the build puts the pictures and fonts of Grafana's components. */
const STATIC = '/public/build/static/';

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

interface StartProps {
  readonly choice: Choice;
  /** Replaces this page by the app. */
  readonly onReady: (preview: Preview) => Promise<void>;
}

function Start({ choice, onReady }: StartProps) {
  const [preview, setPreview] = useState<Preview>();
  const [silence, setSilence] = useState<string>();
  const [mountError, setMountError] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    void watchPreview({
      signal: stop.signal,
      onAnswer: (answer) => {
        setSilence(undefined);
        setPreview(answer);
        if (answer.state !== 'ready') return;
        onReady(answer).catch((error: unknown) => setMountError(reasonOf(error)));
      },
      onSilence: setSilence,
    });
    return () => stop.abort();
  }, [onReady]);
  return (
    <StartPage
      words={wordsOf(choice.language)}
      preview={preview}
      silence={silence}
      mountError={mountError}
    />
  );
}

/** Fetched beside the start page, so that it is there once the servers are. */
const loading = () => import('./boot/bootData.js');

function start(root: Root): void {
  const { search } = window.location;
  const { languages } = window.navigator;
  const choice = readChoice({ search, kept: window.localStorage, languages });
  Object.assign(window, { __grafana_public_path__: STATIC });
  document.documentElement.dataset['theme'] = choice.theme;
  document.documentElement.lang = choice.language;
  const onReady = async (preview: Preview): Promise<void> => {
    const { installBootData } = await loading();
    await installBootData(preview, choice);
    // Grafana's packages read the boot data as they are loaded.
    const { mount } = await import(/* webpackPrefetch: true */ './mount.js');
    await mount({ root, preview, choice });
  };
  root.render(<Start choice={choice} onReady={onReady} />);
}

const place = document.getElementById('root');
if (place !== null) start(createRoot(place));
