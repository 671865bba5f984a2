import { t } from '@grafana/i18n';
import { Button, Spinner, Stack, Text } from '@grafana/ui';
import { useEffect, useState } from 'react';
import type { Finding } from './check.js';
import { Findings } from './Findings.js';

interface CheckPartProps {
  readonly title: string;
  /** `uid` of the data source; undefined where there is none. */
  readonly uid: string | undefined;
  /** What is to be said where there is none. */
  readonly none: Finding;
  readonly run: (uid: string) => Promise<readonly Finding[]>;
}

type Result = readonly Finding[] | 'running' | undefined;

/** A test of one data source: a button, and what it found. */
export function CheckPart({ title, uid, none, run }: CheckPartProps) {
  const [result, setResult] = useState<Result>();
  useEffect(() => setResult(undefined), [uid]);
  const test = async (asked: string) => {
    setResult('running');
    setResult(await run(asked));
  };
  return (
    <Stack direction="column" gap={1}>
      <Stack alignItems="center">
        <Text element="h3" variant="h5">
          {title}
        </Text>
        {uid !== undefined && (
          <Button
            size="sm"
            variant="secondary"
            disabled={result === 'running'}
            aria-label={`${t('config.checks.test', 'Test')}: ${title}`}
            onClick={() => void test(uid)}
          >
            {t('config.checks.test', 'Test')}
          </Button>
        )}
        {result === 'running' && <Spinner inline />}
      </Stack>
      {uid === undefined && <Findings findings={[none]} />}
      <div aria-live="polite">
        {Array.isArray(result) && <Findings findings={result as readonly Finding[]} />}
      </div>
    </Stack>
  );
}
