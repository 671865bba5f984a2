import { LISTS, type ListSpec, topTrend } from '@gpuscope/dashboards';
import type { Question } from './questions.js';

const questionsOfList = (list: ListSpec): readonly Question[] => [
  ...list.figures.map(({ id, expr }) => ({
    name: `${list.id}/${id}`,
    expr,
    overTime: false,
  })),
  { name: `${list.id}/trend`, expr: list.trend, overTime: true },
  { name: `overview/top ${list.id}/trend`, expr: topTrend(list), overTime: true },
];

/** What the lists of apps, users and nodes ask, and those of the Overview beside what its board asks. */
export const LIST_QUESTIONS = Object.values(LISTS).map(
  (list) => [list.id, list, questionsOfList(list)] as const,
);
