import { LogsPage } from '../../logs/index.js';
import { Frame } from '../Frame.js';

/** The page Logs in Grafana's frame. */
export const LogsFrame = () => (
  <Frame page="logs">
    <LogsPage />
  </Frame>
);
