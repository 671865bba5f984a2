import type { VariableSpec } from '../spec/variableSpec.js';
import { DATASOURCE, type Json } from './json.js';

type Choice = Extract<VariableSpec, { readonly kind: 'choice' }>;

/** The options of a choice as Grafana reads them: a list that commas part, so that a text's own must be marked. */
export const choiceQuery = ({ options }: Choice): string =>
  options.map(({ text, value }) => `${text.replaceAll(',', '\\,')} : ${value}`).join(',');

/** A variable in Grafana's dashboard JSON. All stands for `.*`, which matches a label that is not there, too. */
export function variableJson(variable: VariableSpec): Json {
  const { name, title } = variable;
  const base = { name, label: title, hide: 0, skipUrlSync: false };
  switch (variable.kind) {
    case 'datasource':
      return { ...base, type: 'datasource', query: 'prometheus', refresh: 1, regex: '' };
    case 'choice': {
      const [first] = variable.options;
      return {
        ...base,
        type: 'custom',
        query: choiceQuery(variable),
        current: first,
        options: variable.options.map((option) => ({ ...option, selected: option === first })),
        multi: false,
        includeAll: false,
      };
    }
    case 'labelValues': {
      const query = `label_values(${variable.selector}, ${variable.label})`;
      return {
        ...base,
        type: 'query',
        datasource: DATASOURCE,
        definition: query,
        query: { query, refId: `Variable-${name}` },
        // On every change of the time range: who was there then is to be chosen.
        refresh: 2,
        sort: 1,
        multi: true,
        includeAll: true,
        allValue: '.*',
        ...(variable.start === 'all' ? { current: { text: 'All', value: '$__all' } } : {}),
      };
    }
  }
}
