import {
  EmbeddedScene,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
} from '@grafana/scenes';
import { boardOf, type ListSpec, type Messages } from '@gpuscope/dashboards';
import { timeControls } from '../../scenes/TimeControls.js';
import { variableOf } from '../../scenes/variables.js';
import { EntityList } from './EntityList.js';

/** A list with the choices of the board that its rows open, as far as rows are not one of them. */
export function listScene(
  spec: ListSpec,
  messages: Messages,
  metricsUid: string | undefined,
): EmbeddedScene {
  const wanted = ['datasource', ...spec.labels.filter((label) => label !== spec.of)];
  const { variables } = boardOf(spec.opens, messages);
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-6h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: variables
        .filter(({ name }) => wanted.includes(name))
        .map((variable) => variableOf(variable, metricsUid)),
    }),
    controls: [new VariableValueSelectors({}), timeControls()],
    body: new EntityList(spec),
  });
}
