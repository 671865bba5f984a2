import { Global } from '@emotion/react';
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

// A page starts at its edge. The letters of code are this machine's own: no font is brought for them.
const OWN = {
  body: { margin: 0 },
  '@font-face': {
    fontFamily: 'Roboto Mono',
    src: ['Roboto Mono', 'DejaVu Sans Mono', 'Menlo', 'Consolas', 'Courier New', 'Liberation Mono']
      .map((name) => `local('${name}')`)
      .join(', '),
  },
};

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
        <Global styles={OWN} />
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
