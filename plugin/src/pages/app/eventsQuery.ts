import type { AppLogsQuery } from '@gpuscope/datasource/shared';
import { errorsQuery } from '../../logs/index.js';

/** The newest events of what a board's variables name, whatever their level. */
export function eventsQuery(names: Parameters<typeof errorsQuery>[0]): AppLogsQuery {
  const { levels: _, ...selection } = errorsQuery(names).selection;
  return { ...errorsQuery(names), refId: 'events', selection };
}
