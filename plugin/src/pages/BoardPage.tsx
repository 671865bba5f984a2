import { useMemo, type ReactNode } from 'react';
import { boardOf, messagesOf, type BoardId } from '@gpuscope/dashboards';
import { boardLanguage } from '../app/language.js';
import type { Section } from '../scenes/Section.js';
import { boardScene, type SceneSite } from '../scenes/boardScene.js';
import { pricesOf } from '../settings/prices.js';
import { useSettings } from '../settings/settingsContext.js';
import { useSources, type Sources } from '../settings/useSources.js';
import { Frame } from './Frame.js';
import { NoMetrics } from './NoMetrics.js';
import { ScenePage } from './ScenePage.js';
import { boardTitle } from './titles.js';
import { useChosen } from './useChosen.js';

interface Props {
  readonly page: BoardId;
  /** Shown above the board. */
  readonly above?: ReactNode;
  /** Sections that are no part of the board; the same function at every draw. */
  readonly more?: (sources: Sources) => readonly Section[];
  readonly instead?: SceneSite['instead'];
}

/** A page that is a board. Where it is about one thing, that is its heading. */
export function BoardPage({ page, above, more, instead }: Props) {
  const sources = useSources();
  const uid = sources.metrics?.uid;
  const messages = useMemo(() => messagesOf(boardLanguage()), []);
  const { settings } = useSettings();
  const board = useMemo(
    () => boardOf(page, messages, pricesOf(settings)),
    [page, messages, settings],
  );
  const scene = useMemo(
    () =>
      boardScene(board, {
        messages,
        metricsUid: uid,
        more: more?.(sources) ?? [],
        ...(instead && { instead }),
      }),
    [board, messages, uid, more, sources, instead],
  );
  const chosen = useChosen(scene, page);
  if (uid === undefined)
    return (
      <Frame page={page}>
        <NoMetrics />
      </Frame>
    );
  return (
    <ScenePage
      page={page}
      title={boardTitle(page, chosen)}
      subTitle={board.description}
      scene={scene}
      above={above}
    />
  );
}
