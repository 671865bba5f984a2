import { locationService } from '@grafana/runtime';

interface Place {
  readonly pathname: string;
  readonly search: string;
}

/** Where the reader has come to; under test Grafana keeps a history of its own, not the window's. */
export function address() {
  const { pathname, search } = locationService.getLocation() as unknown as Place;
  return { path: pathname, search: new URLSearchParams(search) };
}
