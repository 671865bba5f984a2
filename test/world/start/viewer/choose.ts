import { repositoryRoot } from '../../../servers/repository.js';
import type { StartOptions } from '../options.js';
import { previewViewer } from './preview.js';
import type { Viewer } from './viewer.js';

export interface ChoosingViewer {
  readonly options: StartOptions;
  readonly folder: string;
  readonly line: (text: string) => void;
}

/** Where the site will be looked at; undefined where only the terminal shows it. */
export async function chooseViewer(choosing: ChoosingViewer): Promise<Viewer | undefined> {
  const { options, folder, line } = choosing;
  if (options.viewer === 'none') return undefined;
  return previewViewer({
    root: repositoryRoot(),
    port: options.port,
    folder,
    simulated: options.dcgm === undefined,
    line,
  });
}
