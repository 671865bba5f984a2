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
import { EntityListView, type ListChoice } from './EntityListView.js';
import type { ListSpec } from '@gpuscope/dashboards';
import { readOrder, standardOrder, writeOrder } from './order.js';
import { queriesOf } from './queriesOf.js';
import { rowUrl } from './rowUrl.js';

export interface EntityListState extends SceneObjectState, ListChoice {
  readonly spec: ListSpec;
  readonly $data: SceneQueryRunner;
}

/** Rows to begin with, and how many more a click adds. */
const PAGE_OF_ROWS = 100;

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
      search: '',
      order: standardOrder(spec),
      onlyFavourites: false,
      limit: PAGE_OF_ROWS,
      $data: new SceneQueryRunner({
        datasource: METRICS,
        queries: queriesOf(spec),
        maxDataPoints: POINTS,
      }),
    });
  }

  getUrlState() {
    const { spec, search, order, onlyFavourites, limit } = this.state;
    const sort = writeOrder(order);
    return {
      q: search === '' ? undefined : search,
      sort: sort === writeOrder(standardOrder(spec)) ? undefined : sort,
      starred: onlyFavourites ? '1' : undefined,
      rows: limit === PAGE_OF_ROWS ? undefined : String(limit),
    };
  }

  updateFromUrl({ q, sort, starred, rows }: SceneObjectUrlValues): void {
    const limit = Number(rows);
    this.setState({
      search: typeof q === 'string' ? q : '',
      order: readOrder(sort, this.state.spec),
      onlyFavourites: starred === '1',
      limit: Number.isInteger(limit) && limit > 0 ? limit : PAGE_OF_ROWS,
    });
  }
}
