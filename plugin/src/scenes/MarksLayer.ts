import { DataTopic, type PanelData } from '@grafana/data';
import {
  SceneDataLayerBase,
  SceneQueryRunner,
  sceneGraph,
  type SceneDataLayerProviderState,
} from '@grafana/scenes';
import type { MarkSpec } from '@gpuscope/dashboards';
import { marksOf } from './marksOf.js';
import { METRICS } from './variables.js';

interface MarksState extends SceneDataLayerProviderState {
  readonly mark: MarkSpec;
  readonly $data: SceneQueryRunner;
}

/** Points of a query for marks: a moment is told by the value, so that few samples suffice. */
const POINTS = 100;

/** Moments marked in every graph of a board. They are the values of a query, which Grafana's own marks can't take. */
export class MarksLayer extends SceneDataLayerBase<MarksState> {
  constructor(mark: MarkSpec) {
    const query = { refId: 'marks', expr: mark.expr, range: true, instant: false };
    super({
      name: mark.name,
      mark,
      $data: new SceneQueryRunner({
        datasource: METRICS,
        queries: [query],
        maxDataPoints: POINTS,
        dataLayerFilter: { panelId: -1 },
      }),
    });
  }

  private told: PanelData['series'] | undefined;

  override onEnable(): void {
    this.querySub = this.state.$data.subscribeToState(({ data }) => this.publish(data));
  }

  override onDisable(): void {
    this.querySub?.unsubscribe();
  }

  protected override runLayer(): void {
    this.told = undefined;
    this.publish(this.state.$data.state.data);
  }

  private publish(data: PanelData | undefined): void {
    // The query is told of the marks, too, as every query below this layer is. To tell the same answer twice would go round
    // until the stack is full.
    if (data === undefined || data.series === this.told) return;
    this.told = data.series;
    const { from, to } = sceneGraph.getTimeRange(this).state.value;
    const frame = marksOf(this.state.mark, data.series, { from: +from, to: +to });
    this.publishResults({
      ...data,
      series: [{ ...frame, meta: { dataTopic: DataTopic.Annotations } }],
    });
  }
}
