import type { Notice } from '@gpuscope/aggregation/logs';
import type { NoticesJson } from '@gpuscope/datasource/shared';

/** Notices as an answer in JSON has them: in English, and for who reads another language. */
export const noticesJson = (notices: readonly Notice[]): NoticesJson => ({
  notices: notices.map(({ text }) => text),
  said: notices.flatMap(({ said }) => said ?? []),
});
