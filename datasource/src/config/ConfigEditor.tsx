import { Alert } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { AuthPart } from './AuthPart.js';
import { ChoiceField } from './ChoiceField.js';
import { LimitsPart } from './LimitsPart.js';
import { Part } from './Part.js';
import { RecordsPart } from './RecordsPart.js';
import { StorePart } from './StorePart.js';
import { TraceLinksPart } from './TraceLinksPart.js';
import type { ConfigProps } from './useSettings.js';
import { useSettings } from './useSettings.js';

const places = () => [
  { value: 'here' as const, label: t('config.setUp.here', 'On this page') },
  { value: 'file' as const, label: t('config.setUp.file', "In the server's gpuscope.yaml") },
];

/** Where the lines are, how to log in there, and what they are made of. */
export function ConfigEditor(props: ConfigProps) {
  const edits = useSettings(props);
  const isHere = edits.settings.setUp !== 'file';
  return (
    <>
      <Part
        title={t('config.setUp.title', 'Set up')}
        description={t(
          'config.setUp.help',
          'The file also says who may see which lines. Without it, every user of this data source sees all of them.',
        )}
      >
        <ChoiceField
          label={t('config.setUp.place', 'Where the settings are')}
          options={places()}
          value={isHere ? 'here' : 'file'}
          disabled={edits.isReadOnly}
          onChange={(setUp) => edits.change({ setUp })}
        />
        {!isHere && (
          <Alert
            severity="info"
            title={t(
              'config.setUp.isFile',
              'All but the trace links is read from gpuscope.yaml on the server. The test below says what it found.',
            )}
          />
        )}
      </Part>
      {isHere && (
        <>
          <StorePart edits={edits} />
          <AuthPart edits={edits} />
          <RecordsPart edits={edits} />
          <LimitsPart edits={edits} />
        </>
      )}
      <TraceLinksPart edits={edits} />
    </>
  );
}
