import { locationUtil } from '@grafana/data';
import { sceneGraph, type SceneObject, type SceneTimeRangeState } from '@grafana/scenes';
import { pageUrl, type PageId } from '../../links/pageUrl.js';
import type { Row } from './rows.js';

type RawRange = Pick<SceneTimeRangeState, 'from' | 'to'>;

const sourceOf = (model: SceneObject): string | undefined => {
  const value = sceneGraph.lookupVariable('datasource', model)?.getValue();
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The page of a row, at the same time range and data source. */
export function rowUrl(
  model: SceneObject,
  page: PageId,
  { labels }: Row,
  { from, to }: RawRange,
): string {
  const datasource = sourceOf(model);
  const choice = { ...(datasource === undefined ? {} : { datasource }), ...labels };
  return locationUtil.assureBaseUrl(pageUrl(page, choice, { from, to }));
}
