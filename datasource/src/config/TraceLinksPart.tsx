import type { DataSourceInstanceSettings } from '@grafana/data';
import { DataSourcePicker } from '@grafana/runtime';
import { Button, Field, Input, Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { useId } from 'react';
import type { AppLogsSettings } from '../../shared/index.js';
import { Part } from './Part.js';
import type { SettingsEdits } from './useSettings.js';

type TraceLink = NonNullable<AppLogsSettings['traceLinks']>[number];

const TRACING_TYPES: ReadonlySet<string> = new Set([
  'tempo',
  'jaeger',
  'zipkin',
  'grafana-x-ray-datasource',
]);

interface LinkRowProps {
  readonly link: TraceLink;
  readonly disabled: boolean;
  readonly onChange: (link: TraceLink) => void;
  readonly onRemove: () => void;
}

function LinkRow({ link, disabled, onChange, onRemove }: LinkRowProps) {
  const id = useId();
  return (
    <Stack direction="row" gap={1} alignItems="flex-end">
      <Field noMargin htmlFor={`${id}-field`} label={t('config.trace.field', 'Field or label')}>
        <Input
          id={`${id}-field`}
          width={22}
          placeholder="trace_id"
          value={link.field}
          disabled={disabled}
          onChange={({ currentTarget: { value } }) => onChange({ ...link, field: value })}
        />
      </Field>
      <Field noMargin label={t('config.trace.source', 'Opens in')} htmlFor={`${id}-source`}>
        <DataSourcePicker
          inputId={`${id}-source`}
          width={26}
          noDefault
          filter={({ type }) => TRACING_TYPES.has(type)}
          current={link.datasourceUid === '' ? null : link.datasourceUid}
          disabled={disabled}
          placeholder={t('config.trace.choose', 'Choose a tracing data source')}
          onChange={({ uid }: DataSourceInstanceSettings) =>
            onChange({ ...link, datasourceUid: uid })
          }
        />
      </Field>
      <Field noMargin htmlFor={`${id}-title`} label={t('config.trace.name', 'Name of the link')}>
        <Input
          id={`${id}-title`}
          width={18}
          placeholder={t('config.trace.namePlaceholder', 'as the data source')}
          value={link.title ?? ''}
          disabled={disabled}
          onChange={({ currentTarget: { value } }) => onChange({ ...link, title: value })}
        />
      </Field>
      <Button
        variant="secondary"
        fill="text"
        icon="times"
        disabled={disabled}
        tooltip={t('config.trace.remove', 'Remove this link')}
        aria-label={t('config.trace.remove', 'Remove this link')}
        onClick={onRemove}
      />
    </Stack>
  );
}

/** From a line to its trace. */
export function TraceLinksPart({ edits }: { readonly edits: SettingsEdits }) {
  const links = edits.settings.traceLinks ?? [];
  const put = (at: number, made: readonly TraceLink[]) =>
    edits.change({ traceLinks: [...links.slice(0, at), ...made, ...links.slice(at + 1)] });
  return (
    <Part
      title={t('config.trace.title', 'Trace links')}
      description={t(
        'config.trace.help',
        'A field of the lines that holds the id of a trace leads to that trace.',
      )}
    >
      {links.map((link, at) => (
        <LinkRow
          key={at}
          link={link}
          disabled={edits.isReadOnly}
          onChange={(changed) => put(at, [changed])}
          onRemove={() => put(at, [])}
        />
      ))}
      <div>
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          disabled={edits.isReadOnly}
          onClick={() => put(links.length, [{ field: '', datasourceUid: '' }])}
        >
          {t('config.trace.add', 'Add a link')}
        </Button>
      </div>
    </Part>
  );
}
