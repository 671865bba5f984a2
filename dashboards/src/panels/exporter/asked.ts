import type { Messages } from '../../messages/messages.js';
import { worst } from '../../promql/exporters.js';
import type { SelfName } from '../../promql/self.js';
import { SCALES } from '../../spec/level.js';
import { table } from '../../spec/panel.js';
import type { PanelSpec } from '../../spec/panelSpec.js';
import type { PanelText } from '../../spec/panelText.js';
import { labelColumn, nameColumns, valueColumn } from '../columns.js';
import { instanceColumn, upMappings } from './columns.js';

interface Asked {
  readonly label: 'source' | 'holder';
  readonly up: SelfName;
  readonly duration: SelfName;
  readonly last: SelfName;
}

const ASKED = {
  sources: {
    label: 'source',
    up: 'gpuscope_exporter_source_up',
    duration: 'gpuscope_exporter_source_duration_seconds',
    last: 'gpuscope_exporter_source_last_success_timestamp_seconds',
  },
  holders: {
    label: 'holder',
    up: 'gpuscope_exporter_holder_up',
    duration: 'gpuscope_exporter_holder_duration_seconds',
    last: 'gpuscope_exporter_holder_last_success_timestamp_seconds',
  },
} as const satisfies Record<string, Asked>;

/** Whom each exporter asks, whether they answer, how long they take. A time of 0 is none: never yet. */
function askedTable(messages: Messages, id: keyof typeof ASKED, text: PanelText): PanelSpec {
  const { words } = messages;
  const { label, up, duration, last } = ASKED[id];
  return table(
    {
      id,
      text,
      unit: 'seconds',
      size: [12, 9],
      queries: [
        { expr: worst(up, label), unit: 'state' },
        { expr: worst(duration, label) },
        { expr: `time() - (${worst(last, label)} > 0)` },
      ],
    },
    {
      columns: [
        instanceColumn(messages),
        labelColumn(label, words[label]),
        ...nameColumns(messages, []),
        valueColumn('A', words.answers, 'state', {
          cell: 'filled',
          width: 90,
          mappings: upMappings(messages),
        }),
        valueColumn('B', words.takes, 'seconds'),
        valueColumn('C', words.lastAnswer, 'seconds', { thresholds: SCALES.age }),
      ],
      sort: { title: words.answers, descending: false },
    },
  );
}

/** The sources of figures and of holders. */
export const asked = (messages: Messages): readonly PanelSpec[] => [
  askedTable(messages, 'sources', messages.exporter.panels.sources),
  askedTable(messages, 'holders', messages.exporter.panels.holders),
];
