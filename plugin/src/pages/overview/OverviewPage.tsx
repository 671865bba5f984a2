import { overviewBoard } from '@gpuscope/dashboards';
import { BoardPage } from '../BoardPage.js';

export const OverviewPage = () => <BoardPage page="overview" board={overviewBoard} />;
