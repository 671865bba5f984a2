import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import type { LogRow } from '../../panels/lines/row.js';
import { DownloadButton } from '../download/DownloadButton.js';
import { LiveButton } from '../live/LiveButton.js';
import type { Live } from '../live/useLive.js';
import { useLogs } from '../state/useLogs.js';
import { fixedTexts, rangeJson } from '../time/timeRange.js';
import { stateUrl } from '../url.js';
import { ColumnsField } from './ColumnsField.js';
import { TabButtons } from './TabButtons.js';
import { ToggleButton } from './ToggleButton.js';
import { locationUtil } from '@grafana/data';

export interface ToolbarProps {
  readonly rows: readonly LogRow[];
  readonly live: Live;
}

function Switches() {
  const { state, change } = useLogs();
  return (
    <>
      <ToggleButton
        isOn={state.isWrapped}
        onToggle={() => change((before) => ({ ...before, isWrapped: !before.isWrapped }))}
      >
        {t('logs.wrap', 'Wrap lines')}
      </ToggleButton>
      <ToggleButton
        isOn={state.isJoined}
        onToggle={() => change((before) => ({ ...before, isJoined: !before.isJoined }))}
      >
        {t('logs.stacks', 'Join stack traces')}
      </ToggleButton>
    </>
  );
}

/** A link shows a colleague the very same lines: its times are moments, not "the last hour". */
function ShareButton() {
  const { state, range } = useLogs();
  const getText = () => {
    const { fromMs, toMs } = rangeJson(range);
    const fixed = { ...state, ...fixedTexts(fromMs, toMs), refresh: '', isLive: false };
    return window.location.origin + locationUtil.assureBaseUrl(stateUrl(fixed));
  };
  return (
    <ClipboardButton
      size="sm"
      variant="secondary"
      fill="outline"
      icon="share-alt"
      getText={getText}
      tooltip={t('logs.shareHelp', 'Copies an address that shows the very same lines')}
    >
      {t('logs.share', 'Copy link')}
    </ClipboardButton>
  );
}

/** How lines are shown, and what can be done with all of them. */
export function Toolbar({ rows, live }: ToolbarProps) {
  const styles = useStyles2(stylesOf);
  return (
    <div className={styles} role="toolbar" aria-label={t('logs.toolbar', 'Lines')}>
      <Switches />
      <ColumnsField rows={rows} />
      <LiveButton live={live} />
      <DownloadButton />
      <ShareButton />
      <TabButtons />
    </div>
  );
}

const stylesOf = (theme: GrafanaTheme2) =>
  css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) });
