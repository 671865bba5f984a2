import { exporter } from './exporter.js';
import { health } from './health.js';
import { node } from './node.js';
import { overview } from './overview.js';
import { quota } from './quota.js';
import { render } from './render.js';
import { states } from './states.js';
import { waste } from './waste.js';
import { words } from './words.js';
import { workload } from './workload.js';
import { xids } from './xids.js';

/** English, the words that every other language follows. */
export const en = {
  overview,
  workload,
  node,
  waste,
  health,
  quota,
  exporter,
  app: {
    title: 'GPU app',
    description: 'Is this app getting what it asked for, and is it the GPU’s fault?',
  },
  user: { title: 'GPU user', description: 'What does this user hold, use and wait for?' },
  words,
  render,
  states,
  xids,
} as const;
