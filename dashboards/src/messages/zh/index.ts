import type { Messages } from '../messages.js';
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

/** 简体中文。 */
export const zh = {
  overview,
  workload,
  node,
  waste,
  health,
  quota,
  exporter,
  app: {
    title: 'GPU 应用',
    description: '这个应用拿到申请的资源了吗，问题出在 GPU 吗？',
  },
  user: { title: 'GPU 用户', description: '这个用户占用、使用、等待着什么？' },
  words,
  render,
  states,
  xids,
} as const satisfies Messages;
