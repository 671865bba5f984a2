import { render } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { ConfigEditor } from '../config/ConfigEditor.js';
import type { ConfigProps } from '../config/useSettings.js';
import type { LogsSettings } from '../types.js';
import { grafanaWith } from './grafana.js';
import './patience.js';

type Options = ConfigProps['options'];

const SOURCES = {
  tempo: { type: 'tempo', name: 'Tempo' },
  prom: { type: 'prometheus', name: 'Prometheus' },
};

export interface ConfigStage {
  readonly user: UserEvent;
  /** The settings as they would be saved now. */
  readonly saved: () => Options;
}

/** Draws the page of the settings as Grafana does. */
export function stageConfig(jsonData: LogsSettings = {}, part: Partial<Options> = {}): ConfigStage {
  grafanaWith({ sources: SOURCES });
  let held = {
    id: 1,
    uid: 'logs',
    url: '',
    readOnly: false,
    jsonData,
    secureJsonFields: {},
    ...part,
  } as Options;
  const Host = () => {
    const [options, setOptions] = useState(held);
    const onOptionsChange = (changed: Options) => {
      held = changed;
      setOptions(changed);
    };
    return <ConfigEditor options={options} onOptionsChange={onOptionsChange} />;
  };
  render(<Host />);
  return { user: userEvent.setup(), saved: () => held };
}
