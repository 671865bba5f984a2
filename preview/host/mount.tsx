import type { Root } from 'react-dom/client';
import { PROMETHEUS } from './boot/sources.js';
import { APP_ID } from './boot/bootData.js';
import type { Choice } from './choice/index.js';
import { Shell } from './chrome/Shell.js';
import { loadApp } from './plugins/app.js';
import { loadPlugin } from './plugins/loader.js';
import { loadTexts, speak } from './plugins/texts.js';
import { installServices } from './services/install.js';
import { constructor } from './sources/construct.js';
import type { Boot, Preview } from './start/preview.js';

interface Mount {
  readonly root: Root;
  readonly preview: Preview;
  readonly choice: Choice;
}

/** A source's plugin counts on its words being there before it. */
async function sourceTexts({ datasources }: Boot, { language }: Choice): Promise<void> {
  const types = new Set(datasources.map(({ type }) => type).filter((type) => type !== PROMETHEUS));
  await Promise.all([...types].map((type) => loadTexts(type, language)));
}

/** Puts the app in the place of the start page, once all that it may ask for is set. */
export async function mount({ root, preview, choice }: Mount): Promise<void> {
  const { boot, links } = preview;
  if (boot === undefined) throw new Error('/api/preview is ready, but has no `boot`');
  await speak(choice.language);
  await sourceTexts(boot, choice);
  const alerts = installServices({ choice, construct: constructor(loadPlugin) });
  const app = await loadApp(APP_ID, boot, choice.language);
  root.render(<Shell app={app} choice={choice} links={links} alerts={alerts} />);
}
