import { css } from '@emotion/css';
import { AppEvents, type EventBusSrv, type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { Subscription } from 'rxjs';
import type { Choice } from '../choice/index.js';
import { wordsOf } from '../words/words.js';
import { TOP_HEIGHT } from './sizes.js';

type Severity = 'success' | 'warning' | 'error';

interface Told {
  readonly id: number;
  readonly severity: Severity;
  readonly title: string;
  readonly text: string | undefined;
}

const EVENTS = [
  ['success', AppEvents.alertSuccess.name],
  ['warning', AppEvents.alertWarning.name],
  ['error', AppEvents.alertError.name],
] as const;

/** Errors stay until they are closed. */
const SHOWN_MS = 5000;

const styles = (theme: GrafanaTheme2) => ({
  place: css({
    position: 'fixed',
    top: TOP_HEIGHT + 8,
    right: theme.spacing(1),
    width: 400,
    maxWidth: `calc(100vw - ${theme.spacing(2)})`,
    zIndex: theme.zIndex.portal,
  }),
});

interface AlertsProps {
  readonly events: EventBusSrv;
  readonly choice: Choice;
}

/** What plugins tell the visitor, in the corner. */
export function Alerts({ events, choice }: AlertsProps) {
  const [told, setTold] = useState<readonly Told[]>([]);
  const { place } = useStyles2(styles);
  const close = (id: number): void => setTold((all) => all.filter((one) => one.id !== id));
  useEffect(() => {
    let count = 0;
    const tell = (
      severity: Severity,
      [title = '', text]: readonly (string | undefined)[],
    ): void => {
      const id = count++;
      setTold((all) => [...all, { id, severity, title, text }]);
      if (severity !== 'error') setTimeout(() => close(id), SHOWN_MS);
    };
    const listening = new Subscription();
    for (const [severity, name] of EVENTS) {
      const type = { type: name } as never;
      listening.add(
        events
          .getStream<{ readonly type: string; readonly payload: string[] }>(type)
          .subscribe((event) => {
            tell(severity, event.payload);
          }),
      );
    }
    return () => listening.unsubscribe();
  }, [events]);
  return (
    <div className={place} aria-live="polite">
      {told.map(({ id, severity, title, text }) => (
        <Alert
          key={id}
          severity={severity}
          title={title}
          elevated
          buttonContent={wordsOf(choice.language).close}
          onRemove={() => close(id)}
        >
          {text}
        </Alert>
      ))}
    </div>
  );
}
