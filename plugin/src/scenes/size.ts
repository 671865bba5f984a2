import type { SceneObjectState } from '@grafana/scenes';

/** Of 24 columns; rows of 38 px with their gap. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What has its place in a section. */
export interface PlacedState extends SceneObjectState {
  readonly size: Size;
}
