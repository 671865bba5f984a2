import { useMemo } from 'react';
import { UrlSyncContextProvider } from '@grafana/scenes';
import { messagesOf, type BoardSpec, type Messages } from '@gpuscope/dashboards';
import { boardLanguage } from '../app/language.js';
import type { PageId } from '../links/pageUrl.js';
import { boardScene } from '../scenes/boardScene.js';
import { useSources } from '../settings/useSources.js';
import { Frame } from './Frame.js';
import { NoMetrics } from './NoMetrics.js';

interface Props {
  readonly page: PageId;
  readonly board: (messages: Messages) => BoardSpec;
}

/** A page that is a board. */
export function BoardPage({ page, board }: Props) {
  const { metrics } = useSources();
  const uid = metrics?.uid;
  const messages = useMemo(() => messagesOf(boardLanguage()), []);
  const spec = useMemo(() => board(messages), [board, messages]);
  const scene = useMemo(
    () => boardScene(spec, { messages, metricsUid: uid }),
    [spec, messages, uid],
  );
  return (
    <Frame page={page} subTitle={spec.description}>
      {uid === undefined ? (
        <NoMetrics />
      ) : (
        <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
          <scene.Component model={scene} />
        </UrlSyncContextProvider>
      )}
    </Frame>
  );
}
