/** Who has a device. */
export interface Holder {
  readonly tenant: string;
  readonly app: string;
  readonly user: string;
  readonly namespace: string;
  readonly pod: string;
}

/** From when until when, in milliseconds since the epoch. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One holder's time on a device, without a break. */
export interface Bar extends Span {
  readonly key: string;
  readonly holder: Holder;
  /** The part of the device at the end, 0–1. */
  readonly share: number;
  /** Sub-lane from 0: at any time each holds one bar. */
  readonly level: number;
  /** Held when the range began, maybe longer. */
  readonly isOpenBefore: boolean;
  /** Held when the range ended, maybe longer. */
  readonly isOpenAfter: boolean;
}

/** A device and who had it in the order of their beginnings. */
export interface Lane {
  readonly key: string;
  readonly cluster: string;
  readonly node: string;
  readonly gpu: string;
  readonly instance: string;
  /** Sub-lanes: as many as held it at once. */
  readonly levels: number;
  readonly bars: readonly Bar[];
}

/** An app is one by its tenant and its name. */
export const appKey = ({ tenant, app }: Pick<Holder, 'tenant' | 'app'>): string =>
  `${tenant}\n${app}`;
