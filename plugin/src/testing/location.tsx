import { useEffect, useState, type ReactNode } from 'react';
import { LocationServiceProvider, locationService } from '@grafana/runtime';
import { Router } from 'react-router-dom';
import { grafanaHistory } from './history.js';

/** Grafana's router around what is drawn: it follows the addresses that pages push. */
export function WithLocation({ children }: { readonly children: ReactNode }) {
  const history = grafanaHistory();
  const [location, setLocation] = useState(history.location);
  useEffect(() => history.listen((next) => setLocation(next)), [history]);
  return (
    <LocationServiceProvider service={locationService}>
      <Router navigator={history as never} location={location}>
        {children}
      </Router>
    </LocationServiceProvider>
  );
}
