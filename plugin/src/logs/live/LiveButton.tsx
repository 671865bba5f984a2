import { t } from '@grafana/i18n';
import { ToolbarButton } from '@grafana/ui';
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
      <ToolbarButton
        icon="history"
        variant={isLive ? 'active' : 'canvas'}
        aria-pressed={isLive}
        tooltip={t('logs.liveHelp', 'Looks for new lines every three seconds')}
        onClick={toggle}
      >
        {t('logs.live', 'Live')}
      </ToolbarButton>
      {isLive && (
        <ToolbarButton
          icon={live.isPaused ? 'play' : 'pause'}
          variant="canvas"
          aria-pressed={live.isPaused}
          onClick={() => live.setPaused(!live.isPaused)}
        >
          {live.isPaused ? t('logs.resume', 'Go on') : t('logs.pause', 'Pause')}
        </ToolbarButton>
      )}
    </>
  );
}
