import { t } from '@grafana/i18n';
import type { Tab } from '../state/state.js';
import { useLogs } from '../state/useLogs.js';
import { ToggleButton } from './ToggleButton.js';

/** What stands beside the lines; a second press puts it away. */
export function TabButtons() {
  const { state, change } = useLogs();
  const toggle = (tab: Tab) =>
    change((before) => ({ ...before, tab: before.tab === tab ? 'none' : tab }));
  const tabs = [
    { tab: 'patterns', text: t('logs.tab.patterns', 'Patterns') },
    { tab: 'fields', text: t('logs.tab.fields', 'Fields') },
  ] as const;
  return (
    <>
      {tabs.map(({ tab, text }) => (
        <ToggleButton key={tab} isOn={state.tab === tab} onToggle={() => toggle(tab)}>
          {text}
        </ToggleButton>
      ))}
    </>
  );
}
