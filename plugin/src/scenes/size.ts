/** Of 24 columns; rows of 38 px with their gap. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
