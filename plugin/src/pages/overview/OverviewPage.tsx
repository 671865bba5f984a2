import { BoardPage } from '../BoardPage.js';
import { TenancyNote } from './TenancyNote.js';
import { topList } from './topLists.js';

/** How full are we, and who is it? */
export const OverviewPage = () => (
  <BoardPage page="overview" above={<TenancyNote />} instead={topList} />
);
