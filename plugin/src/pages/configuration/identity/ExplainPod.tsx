import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { CommandLine } from '../checks/Findings.js';
import { explain } from './explain.js';
import { Explained } from './Explained.js';
import type { LivePod } from './livePods.js';
import { PasteField } from './PasteField.js';
import { readPod } from './readPod.js';
import { readRules } from './readRules.js';

const problemOf = (read: ReturnType<typeof readPod> | undefined): string | undefined =>
  read !== undefined && 'problem' in read ? read.problem : undefined;

const problemsOf = (read: ReturnType<typeof readRules>): string | undefined =>
  'problems' in read ? read.problems.join('\n') : undefined;

/** What to copy, so that a pod comes with its namespace. */
const commandFor = ({ namespace, pod }: LivePod): string =>
  `kubectl get namespace/${namespace} pod/${pod} --namespace ${namespace} -o yaml`;

/** Which rule gives a pod its names: the pod is pasted, for Prometheus doesn't keep its labels. */
export function ExplainPod({ pod }: { readonly pod: LivePod | undefined }) {
  const [podText, setPodText] = useState('');
  const [rulesText, setRulesText] = useState('');
  const read = useMemo(() => (podText.trim() === '' ? undefined : readPod(podText)), [podText]);
  const rules = useMemo(() => readRules(rulesText), [rulesText]);
  return (
    <Stack direction="column" gap={2}>
      <Text element="h3" variant="h5">
        {t('config.identity.explain', 'Why a pod has its names')}
      </Text>
      {pod !== undefined && <CommandLine line={commandFor(pod)} />}
      <PasteField
        label={t('config.identity.podText', 'A pod')}
        description={t(
          'config.identity.podHelp',
          'YAML or JSON as kubectl writes it, best with its namespace; or labels alone. It stays in this browser.',
        )}
        rows={8}
        value={podText}
        problem={problemOf(read)}
        onChange={setPodText}
      />
      <PasteField
        label={t('config.identity.rulesText', "The site's rules")}
        description={t(
          'config.identity.rulesHelp',
          'gpuscope.yaml, or its part "identity". Left empty: the rules that come with gpuscope.',
        )}
        rows={3}
        value={rulesText}
        problem={problemsOf(rules)}
        onChange={setRulesText}
      />
      <div aria-live="polite">
        {read !== undefined && 'subject' in read && 'rules' in rules && (
          <Explained explanations={explain(rules.rules, read.subject)} />
        )}
      </div>
    </Stack>
  );
}
