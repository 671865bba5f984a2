import { DataTopic, FieldType, type DataFrame } from '@grafana/data';
import {
  EmbeddedScene,
  SceneDataLayerSet,
  SceneQueryRunner,
  SceneTimeRange,
  SceneCanvasText,
} from '@grafana/scenes';
import { setSources } from '../testing/sources.js';
import { waitFor } from '@testing-library/react';
import { MarksLayer } from './MarksLayer.js';

const MARK = { name: 'Pod started', expr: 'starts', text: '{{pod}}' };

const startedAt = (pod: string, moments: readonly number[]): DataFrame => ({
  refId: 'marks',
  fields: [
    { name: 'Time', type: FieldType.time, config: {}, values: moments.map((_, at) => at) },
    { name: 'Value', type: FieldType.number, config: {}, labels: { pod }, values: [...moments] },
  ],
  length: moments.length,
});

const textsOf = ({ fields, meta }: DataFrame): readonly string[] =>
  meta?.dataTopic === DataTopic.Annotations
    ? ((fields.find(({ name }) => name === 'text')?.values ?? []) as string[])
    : [];

/** A page with marks and a graph below them, both alive. */
function page(pods: () => readonly string[]) {
  const moment = Date.now() - 60_000;
  setSources(
    {
      answer: ({ expr }) =>
        expr === 'starts' ? pods().map((pod) => startedAt(pod, [moment])) : [],
    },
    (text) => (text === '${datasource}' ? 'prometheus' : text),
  );
  const layer = new MarksLayer(MARK);
  const graph = new SceneQueryRunner({
    datasource: { uid: 'prometheus' },
    queries: [{ refId: 'A', expr: 'figures' }],
    maxDataPoints: 100,
  });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    $data: new SceneDataLayerSet({ layers: [layer] }),
    body: new SceneCanvasText({ text: '', $data: graph }),
  });
  const told = jest.fn();
  layer.getResultsStream().subscribe(told);
  const leave = scene.activate();
  const leaveBody = scene.state.body.activate();
  return {
    told,
    scene,
    marked: () => (graph.state.data?.annotations ?? []).flatMap(textsOf),
    leave: () => {
      leaveBody();
      leave();
    },
  };
}

describe('marks in graphs', () => {
  it('reach the graphs, told once and not again by what they themselves bring about', async () => {
    const { marked, told, leave } = page(() => ['a', 'b']);
    await waitFor(() => expect(marked()).toEqual(['a', 'b']));
    expect(told.mock.calls.length).toBeLessThanOrEqual(2);
    leave();
  });

  it('follow a new answer', async () => {
    let pods = ['a'];
    const { marked, scene, leave } = page(() => pods);
    await waitFor(() => expect(marked()).toEqual(['a']));
    pods = ['a', 'new'];
    scene.state.$timeRange?.onRefresh();
    await waitFor(() => expect(marked()).toEqual(['a', 'new']));
    leave();
  });

  it('stand when a page is left and opened again many times', async () => {
    const { marked, scene, leave } = page(() => ['a']);
    await waitFor(() => expect(marked()).toEqual(['a']));
    leave();
    for (let times = 0; times < 20; times += 1) scene.activate()();
    const [again, body] = [scene.activate(), scene.state.body.activate()];
    await waitFor(() => expect(marked()).toEqual(['a']));
    body();
    again();
  });
});
