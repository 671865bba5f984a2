import { useEffect, useState, type ReactNode } from 'react';
import { LocationServiceProvider, locationService } from '@grafana/runtime';
import { Router } from 'react-router-dom';

/** Grafana's router around what is drawn: it follows the addresses that pages push. */
export function WithLocation({ children }: { readonly children: ReactNode }) {
  const history = locationService.getHistory();
  const [location, setLocation] = useState(history.location);
  useEffect(() => history.listen((next: typeof location) => setLocation(next)), [history]);
  return (
    <LocationServiceProvider service={locationService}>
      <Router navigator={history as never} location={location}>
        {children}
      </Router>
    </LocationServiceProvider>
  );
}
