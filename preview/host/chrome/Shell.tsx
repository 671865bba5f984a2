import { ThemeContext, type EventBusSrv } from '@grafana/data';
import { config, locationService, LocationServiceProvider } from '@grafana/runtime';
import {
  ErrorBoundaryAlert,
  GlobalStyles,
  ModalRoot,
  ModalsProvider,
  PortalContainer,
} from '@grafana/ui';
import { useEffect } from 'react';
import { Router } from 'react-router-dom';
import { CompatRouter } from 'react-router-dom-v5-compat';
import type { Choice } from '../choice/index.js';
import type { App } from '../plugins/app.js';
import { Alerts } from './Alerts.js';
import { Frame } from './Frame.js';
import { followLinks } from './links.js';
import { Places } from './Places.js';

interface ShellProps {
  readonly app: App;
  readonly choice: Choice;
  readonly links: Readonly<Record<string, string>>;
  readonly alerts: EventBusSrv;
}

/** The whole page: what every component of Grafana counts on being around it, then the frame. */
export function Shell({ app, choice, links, alerts }: ShellProps) {
  useEffect(() => followLinks((address) => locationService.push(address)), []);
  return (
    <ErrorBoundaryAlert style="page">
      <ThemeContext.Provider value={config.theme2}>
        <GlobalStyles />
        <LocationServiceProvider service={locationService}>
          <Router history={locationService.getHistory() as never}>
            <CompatRouter>
              <ModalsProvider>
                <Frame app={app} choice={choice} links={links}>
                  <Places app={app} choice={choice} />
                </Frame>
                <Alerts events={alerts} choice={choice} />
                <ModalRoot />
                <PortalContainer />
              </ModalsProvider>
            </CompatRouter>
          </Router>
        </LocationServiceProvider>
      </ThemeContext.Provider>
    </ErrorBoundaryAlert>
  );
}
