/** What is to be said of a device before how busy it is. */
export type CellState = 'plain' | 'free' | 'heldIdle' | 'sick' | 'throttled';

/** Who has a device, or a part of it. */
export interface CellHolder {
  readonly tenant: string;
  readonly app: string;
  readonly user: string;
  readonly namespace: string;
  readonly pod: string;
  /** Unix time in milliseconds; absent where nobody knows. */
  readonly sinceMs?: number;
}

/** A GPU, or a MIG instance of one. */
export interface Cell {
  readonly key: string;
  readonly cluster: string;
  readonly node: string;
  readonly gpu: string;
  /** MIG instance; empty for a whole GPU. */
  readonly instance: string;
  /** As NVIDIA names it, `1g.10gb`; empty where it is not known. */
  readonly profile: string;
  readonly model: string;
  /** Part of the time in which it worked, 0–1; NaN where nobody measures. */
  readonly busy: number;
  readonly state: CellState;
  readonly holders: readonly CellHolder[];
  /** Since it was last used; absent where nobody holds it. */
  readonly idleSeconds?: number;
}

/** A board with its cells: itself, or its instances. */
export interface Board {
  readonly gpu: string;
  readonly cells: readonly Cell[];
}

/** A row of the map. */
export interface MapNode {
  readonly key: string;
  readonly cluster: string;
  readonly node: string;
  /** Empty where the site names none. */
  readonly pool: string;
  readonly rack: string;
  readonly boards: readonly Board[];
}

/** The tenant whose a cell is; empty where nobody's, or several tenants'. */
export function tenantOf({ holders }: Cell): string {
  const [first, ...others] = new Set(holders.map(({ tenant }) => tenant));
  return first === undefined || others.length > 0 ? '' : first;
}

/** Whether several tenants have a part of a cell. */
export const isShared = ({ holders }: Cell): boolean =>
  new Set(holders.map(({ tenant }) => tenant)).size > 1;

/** Whether a tenant has a cell or a part of it. */
export const isOf = ({ holders }: Cell, tenant: string): boolean =>
  holders.some((holder) => holder.tenant === tenant);

/** The one app that has a cell; undefined where there is none or several. */
export function soleHolder({ holders }: Cell): CellHolder | undefined {
  const [first, ...others] = holders;
  const same = others.every(({ tenant, app }) => tenant === first?.tenant && app === first.app);
  return same ? first : undefined;
}

/** `GPU 3`, or `GPU 3 / 7` for its instance 7, as on boards. */
export const deviceName = ({ gpu, instance }: Pick<Cell, 'gpu' | 'instance'>): string =>
  instance === '' ? `GPU ${gpu}` : `GPU ${gpu} / ${instance}`;
