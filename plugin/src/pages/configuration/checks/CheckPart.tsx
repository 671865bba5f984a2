import { t } from '@grafana/i18n';
import { Button, Spinner, Stack, Text } from '@grafana/ui';
import { useState } from 'react';
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

/** Of a source: what one of them was found to be says nothing of another that is chosen meanwhile. */
interface Result {
  readonly of: string;
  readonly found: readonly Finding[] | 'running';
}

/** A test of one data source: a button, and what it found. */
export function CheckPart({ title, uid, none, run }: CheckPartProps) {
  const [result, setResult] = useState<Result>();
  const found = result?.of === uid ? result?.found : undefined;
  const test = async (asked: string) => {
    setResult({ of: asked, found: 'running' });
    const findings = await run(asked);
    setResult((latest) => (latest?.of === asked ? { of: asked, found: findings } : latest));
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
            disabled={found === 'running'}
            aria-label={`${t('config.checks.test', 'Test')}: ${title}`}
            onClick={() => void test(uid)}
          >
            {t('config.checks.test', 'Test')}
          </Button>
        )}
        {found === 'running' && <Spinner inline />}
      </Stack>
      {uid === undefined && <Findings findings={[none]} />}
      <div aria-live="polite">
        {found !== undefined && found !== 'running' && <Findings findings={found} />}
      </div>
    </Stack>
  );
}
