import { t } from '@grafana/i18n';
import { Button } from '@grafana/ui';
import { ToggleButton } from '../toolbar/ToggleButton.js';
import { useLogs } from '../state/useLogs.js';
import type { Live } from './useLive.js';

/** Follows the newest lines, with a pause. */
export function LiveButton({ live }: { readonly live: Live }) {
  const { state, change } = useLogs();
  const { isLive } = state;
  const toggle = () => {
    live.setPaused(false);
    change((before) => ({
      ...before,
      isLive: !isLive,
      ...(isLive ? {} : { from: 'now-15m', to: 'now', refresh: '' }),
    }));
  };
  return (
    <>
      <ToggleButton
        icon="history"
        isOn={isLive}
        tooltip={t('logs.liveHelp', 'Looks for new lines every three seconds')}
        onToggle={toggle}
      >
        {t('logs.live', 'Live')}
      </ToggleButton>
      {isLive && (
        <Button
          size="sm"
          variant="secondary"
          fill="outline"
          icon={live.isPaused ? 'play' : 'pause'}
          onClick={() => live.setPaused(!live.isPaused)}
        >
          {live.isPaused ? t('logs.resume', 'Go on') : t('logs.pause', 'Pause')}
        </Button>
      )}
    </>
  );
}
