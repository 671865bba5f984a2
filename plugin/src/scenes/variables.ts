import { CustomVariable, DataSourceVariable } from '@grafana/scenes';
import { VariableHide, VariableRefresh, VariableSort } from '@grafana/schema';
import { choiceQuery, type VariableSpec } from '@gpuscope/dashboards';
import { SteadyVariable } from './SteadyVariable.js';

const ALL = '$__all';
export const METRICS = { type: 'prometheus', uid: '${datasource}' } as const;

type LabelValues = Extract<VariableSpec, { readonly kind: 'labelValues' }>;

function labelValues({ name, title, selector, label, start }: LabelValues): SteadyVariable {
  const all = start === 'all' ? { defaultToAll: true, value: ALL, text: 'All' } : {};
  return new SteadyVariable({
    name,
    label: title,
    datasource: METRICS,
    query: { query: `label_values(${selector}, ${label})`, refId: `Variable-${name}` },
    // On every change of the time range: who was there then is to be chosen.
    refresh: VariableRefresh.onTimeRangeChanged,
    sort: VariableSort.alphabeticalAsc,
    isMulti: true,
    includeAll: true,
    // Matches a label that is not there, too.
    allValue: '.*',
    maxVisibleValues: 2,
    ...all,
  });
}

export type BoardVariable = DataSourceVariable | CustomVariable | SteadyVariable;

/** Shown only while there is something to choose, or something chosen that is not there and can't stay so unseen. */
function hideWithoutChoice(variable: DataSourceVariable | SteadyVariable): void {
  const update = (): void => {
    const { options, value, loading, hide } = variable.state;
    const known = new Set<unknown>([ALL, '', ...options.map((option) => option.value)]);
    const isOdd = [value].flat().some((one) => !known.has(one));
    const wanted = options.length > 1 || isOdd ? VariableHide.dontHide : VariableHide.hideVariable;
    if (loading !== true && hide !== wanted) variable.setState({ hide: wanted });
  };
  // For as long as the variable lives: a hidden one is not active, and may come to have a choice. What is deactivated
  // forgets who listens.
  const listen = (): void => void variable.subscribeToState(update);
  listen();
  variable.addActivationHandler(() => () => queueMicrotask(listen));
}

/**
 * A variable of a board.
 *
 * @param metricsUid the Prometheus to begin with
 */
export function variableOf(spec: VariableSpec, metricsUid: string | undefined): BoardVariable {
  const { name, title } = spec;
  switch (spec.kind) {
    case 'datasource': {
      const source = new DataSourceVariable({
        name,
        label: title,
        pluginId: METRICS.type,
        ...(metricsUid === undefined ? {} : { value: metricsUid }),
      });
      hideWithoutChoice(source);
      return source;
    }
    case 'choice': {
      const [first] = spec.options;
      return new CustomVariable({
        name,
        label: title,
        query: choiceQuery(spec),
        ...(first === undefined ? {} : { value: first.value, text: first.text }),
      });
    }
    case 'labelValues': {
      const variable = labelValues(spec);
      if (name === 'cluster') hideWithoutChoice(variable);
      return variable;
    }
  }
}
