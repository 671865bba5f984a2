import { useMemo } from 'react';
import { t } from '@grafana/i18n';
import { type ListId, LISTS, messagesOf } from '@gpuscope/dashboards';
import { boardLanguage } from '../../app/language.js';
import { useSources } from '../../settings/useSources.js';
import { Frame } from '../Frame.js';
import { NoMetrics } from '../NoMetrics.js';
import { ScenePage } from '../ScenePage.js';
import { listScene } from './listScene.js';

function question(list: ListId): string {
  switch (list) {
    case 'apps':
      return t('pages.list.apps', 'Which apps hold and use what?');
    case 'users':
      return t('pages.list.users', 'Who holds and uses what?');
    case 'nodes':
      return t('pages.list.nodes', 'Which machines are there, and how busy are they?');
  }
}

/** A page that lists apps, users or nodes. */
export function ListPage({ list }: { readonly list: ListId }) {
  const { metrics } = useSources();
  const uid = metrics?.uid;
  const scene = useMemo(
    () => listScene(LISTS[list], messagesOf(boardLanguage()), uid),
    [list, uid],
  );
  if (uid === undefined)
    return (
      <Frame page={list}>
        <NoMetrics />
      </Frame>
    );
  return <ScenePage page={list} subTitle={question(list)} scene={scene} />;
}
