import { locationService } from '@grafana/runtime';

interface Location {
  readonly pathname: string;
  readonly search: string;
}

/** What tests use of the browser's history, whose own types Grafana's packages don't bring along. */
export interface History {
  readonly location: Location;
  replace(url: string): void;
  listen(tell: (location: Location) => void): () => void;
}

export const grafanaHistory = (): History =>
  (locationService as unknown as { getHistory(): History }).getHistory();
