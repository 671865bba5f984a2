import { useMemo } from 'react';
import {
  SceneObjectBase,
  SceneQueryRunner,
  VariableDependencyConfig,
  sceneGraph,
  type SceneComponentProps,
} from '@grafana/scenes';
import type { ListSpec, PanelSpec } from '@gpuscope/dashboards';
import { Skeleton } from '../../app/Skeleton.js';
import { errorText, shownOf } from '../../scenes/emptiness.js';
import { PanelInstead } from '../../scenes/PanelInstead.js';
import type { PlacedState } from '../../scenes/size.js';
import { METRICS } from '../../scenes/variables.js';
import { queriesOf } from '../lists/queriesOf.js';
import { ordered } from '../lists/order.js';
import { rowUrl } from '../lists/rowUrl.js';
import { rangeOf, rowsOf } from '../lists/rows.js';
import { TopFrame } from './TopFrame.js';
import { TopTable } from './TopTable.js';
import { rankOf } from './rankOf.js';

interface TopListState extends PlacedState {
  readonly text: PanelSpec['text'];
  readonly list: ListSpec;
  readonly $data: SceneQueryRunner;
}

const MOST = 10;
/** Points of a sparkline of 80 pixels. */
const POINTS = 40;

/** The ten that hold, use or waste most, each with its use over time. In the app it stands for a table of the board. */
export class TopList extends SceneObjectBase<TopListState> {
  static Component = TopListView;
  protected override _variableDependency = new VariableDependencyConfig<TopListState>(this, {
    variableNames: ['rank'],
  });

  constructor({ id, text, size }: PanelSpec, list: ListSpec) {
    const $data = new SceneQueryRunner({
      datasource: METRICS,
      queries: queriesOf(list),
      maxDataPoints: POINTS,
    });
    super({ key: id, text, size, list, $data });
  }
}

function TopListView({ model }: SceneComponentProps<TopList>) {
  const { key, text, list, $data } = model.useState();
  const { data } = $data.useState();
  const time = sceneGraph.getTimeRange(model);
  const range = time.useState();
  const shown = shownOf(data);
  const by = rankOf(sceneGraph.lookupVariable('rank', model)?.getValue());
  const rows = useMemo(() => {
    const all = rowsOf(list, data?.series ?? [], rangeOf(data)).filter(
      ({ figures }) => figures.held !== undefined,
    );
    return ordered(all, { by, descending: true }).slice(0, MOST);
  }, [list, data, by]);
  if (shown !== 'data' && shown !== 'loading')
    return (
      <TopFrame id={key} shown={shown}>
        <PanelInstead
          title={text.title}
          description={`${text.question}\n\n${text.how}`}
          shown={shown}
          ifEmpty={text.ifEmpty}
          said={data && errorText(data)}
          onRetry={() => time.onRefresh()}
        />
      </TopFrame>
    );
  return (
    <TopFrame id={key} shown={shown} text={text}>
      {shown === 'loading' ? (
        <Skeleton height="100%" />
      ) : (
        <TopTable
          list={list}
          rows={rows}
          by={by}
          urlOf={(row) => rowUrl(model, list.opens, row, range)}
        />
      )}
    </TopFrame>
  );
}
