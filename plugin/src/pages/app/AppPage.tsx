import type { Sources } from '../../settings/useSources.js';
import { BoardPage } from '../BoardPage.js';
import { requests } from './requests.js';
import { says } from './says.js';

const more = (sources: Sources) => [says(sources), requests(sources)];

/** Is this app getting what it asked for, and what does it say? */
export const AppPage = () => <BoardPage page="app" more={more} />;
