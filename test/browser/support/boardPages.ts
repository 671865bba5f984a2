import { boards, messagesOf, type BoardId, type BoardSpec } from '@gpuscope/dashboards';
import type { Site } from './preview.js';
import { most } from './truth.js';
import type { Visitor } from './visitor.js';

type Language = 'en-US' | 'zh-Hans';

/** What a page is about when it is opened, and by which figure that is found. */
const ABOUT: Readonly<Partial<Record<BoardId, readonly [label: string, figure: string]>>> = {
  app: ['app', 'gpu_workload_used_gpus'],
  user: ['user', 'gpu_workload_used_gpus'],
  node: ['node', 'gpu_workload_used_gpus'],
};

export const boardIn = (id: BoardId, language: Language): BoardSpec => {
  const board = boards(messagesOf(language === 'zh-Hans' ? 'zh' : 'en')).find(
    (one) => one.id === id,
  );
  if (board === undefined) throw new Error(`there is no board ${id}`);
  return board;
};

/** The address of a page that is a board, about what uses most GPUs where it is about one thing. */
export async function boardAddress(visitor: Visitor, site: Site, id: BoardId): Promise<string> {
  const path = `/a/gpuscope-app/${id}`;
  const about = ABOUT[id];
  if (about === undefined) return path;
  const [label, figure] = about;
  return `${path}?var-${label}=${encodeURIComponent(await most(visitor, site, label, figure))}`;
}
