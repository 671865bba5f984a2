import { Button, Field, IconButton, Input, Stack } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { useState } from 'react';

export interface NodesFieldProps {
  readonly nodes: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (nodes: readonly string[]) => void;
}

/** What is wrong with an address, if anything; its user and password belong elsewhere, where they are kept secret. */
function nodeProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return t('config.node.notUrl', 'An address begins with https:// or http://');
  }
  if (url.username !== '' || url.password !== '') {
    return t('config.node.user', 'Write user and password below: here everybody could read them');
  }
  return undefined;
}

const rowText = (row: number) =>
  t('config.node.row', 'Address {{number}}', { number: String(row + 1) });

interface RowsProps {
  readonly rows: readonly string[];
  readonly disabled: boolean;
  readonly put: (rows: readonly string[]) => void;
  readonly addRow: () => void;
}

function Rows({ rows, disabled, put, addRow }: RowsProps) {
  const isFull = rows.every((one) => one.trim() !== '');
  return (
    <Stack direction="column" gap={0.5} alignItems="stretch">
      {rows.map((node, row) => (
        <Stack key={row} gap={0.5} alignItems="center">
          <Input
            aria-label={rowText(row)}
            value={node}
            disabled={disabled}
            placeholder="https://logs-0:9200"
            invalid={nodeProblem(node) !== undefined}
            aria-invalid={nodeProblem(node) !== undefined}
            spellCheck={false}
            onChange={({ currentTarget: { value } }) =>
              put(rows.map((old, at) => (at === row ? value : old)))
            }
          />
          {rows.length > 1 && (
            <IconButton
              name="times"
              disabled={disabled}
              tooltip={t('config.node.remove', 'Remove this address')}
              onClick={() => put(rows.filter((_, at) => at !== row))}
            />
          )}
        </Stack>
      ))}
      <div>
        <Button
          variant="secondary"
          size="sm"
          icon="plus"
          disabled={disabled || !isFull}
          onClick={addRow}
        >
          {t('config.node.add', 'Add an address')}
        </Button>
      </div>
    </Stack>
  );
}

/** The addresses of the store's nodes, one a row. */
export function NodesField({ nodes, disabled, onChange }: NodesFieldProps) {
  // What is being typed stays in its row, also while a row is empty.
  const [rows, setRows] = useState<readonly string[]>(nodes.length === 0 ? [''] : nodes);
  const put = (changed: readonly string[]) => {
    setRows(changed.length === 0 ? [''] : changed);
    onChange(changed.filter((one) => one.trim() !== ''));
  };
  const problem = rows.map(nodeProblem).find((one) => one !== undefined);
  return (
    <Field
      noMargin
      label={t('config.node.title', 'Addresses of the store')}
      description={t(
        'config.node.help',
        'Of one node or of several: when one is gone, the next is asked',
      )}
      invalid={problem !== undefined}
      error={problem}
    >
      <Rows rows={rows} disabled={disabled} put={put} addRow={() => setRows([...rows, ''])} />
    </Field>
  );
}
