import {
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  SceneQueryRunner,
  sceneGraph,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { METRICS } from '../../scenes/variables.js';
import { EntityListView } from './EntityListView.js';
import type { ListSpec } from '@gpuscope/dashboards';
import { readChoice, standardChoice, writeChoice, type ListChoice } from './listChoice.js';
import { queriesOf } from './queriesOf.js';
import { rowUrl } from './rowUrl.js';

export interface EntityListState extends SceneObjectState, ListChoice {
  readonly spec: ListSpec;
  readonly $data: SceneQueryRunner;
}

/** Points of a sparkline: it is 120 pixels wide. */
const POINTS = 60;

function EntityListBody({ model }: SceneComponentProps<EntityList>) {
  const { spec, $data, ...choice } = model.useState();
  const { data } = $data.useState();
  const time = sceneGraph.getTimeRange(model);
  const range = time.useState();
  return (
    <EntityListView
      spec={spec}
      data={data}
      choice={choice}
      onChoice={(changed) => model.setState(changed)}
      urlOf={(row) => rowUrl(model, spec.opens, row, range)}
      onRetry={() => time.onRefresh()}
    />
  );
}

/** Apps, users or nodes, searched, sorted and starred. All but the stars is in the address. */
export class EntityList extends SceneObjectBase<EntityListState> {
  static Component = EntityListBody;
  protected override _urlSync = new SceneObjectUrlSyncConfig(this, {
    keys: ['q', 'sort', 'starred', 'rows'],
  });

  constructor(spec: ListSpec) {
    super({
      spec,
      ...standardChoice(spec),
      $data: new SceneQueryRunner({
        datasource: METRICS,
        queries: queriesOf(spec),
        maxDataPoints: POINTS,
      }),
    });
  }

  getUrlState() {
    return { ...writeChoice(this.state, this.state.spec) };
  }

  updateFromUrl(values: SceneObjectUrlValues): void {
    this.setState(readChoice(values, this.state.spec));
  }
}
