import { type ReactNode } from 'react';
import { UrlSyncContextProvider, type EmbeddedScene } from '@grafana/scenes';
import type { PageId } from '../links/pageUrl.js';
import { Frame } from './Frame.js';

interface Props {
  readonly page: PageId;
  readonly title?: string;
  readonly subTitle?: string;
  readonly actions?: ReactNode;
  readonly above?: ReactNode;
  readonly scene: EmbeddedScene;
}

/** A page around a scene whose state is kept in the address. */
export function ScenePage({ scene, above, ...frame }: Props) {
  return (
    <Frame {...frame}>
      {above}
      <UrlSyncContextProvider scene={scene} updateUrlOnInit createBrowserHistorySteps>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </Frame>
  );
}
