/** What one workload is charged in one cycle; a figure that is not measured is absent. */
export interface AccountCharge {
  readonly labels: Readonly<Record<string, string>>;
  readonly allocatedSeconds: number;
  readonly activeSeconds?: number;
  readonly joules?: number;
}

/** Totals of an account since this exporter started. */
export interface Account {
  readonly labels: Readonly<Record<string, string>>;
  readonly allocatedSeconds: number;
  readonly activeSeconds?: number;
  readonly joules?: number;
}

/** The books: who was charged how much, by account. */
export interface Ledger {
  charge(charges: readonly AccountCharge[], monotonicMs: number): void;
  /** Accounts that changed within the last hour; older ones are forgotten, so that labels do not pile up. */
  accounts(monotonicMs: number): readonly Account[];
}

const KEPT_MS = 3_600_000;

interface Entry {
  account: Account;
  changedMs: number;
}

export function createLedger(): Ledger {
  const entries = new Map<string, Entry>();
  return {
    charge(charges, monotonicMs) {
      for (const charge of charges) {
        const key = JSON.stringify(Object.values(charge.labels));
        const account = add(entries.get(key)?.account, charge);
        entries.set(key, { account, changedMs: monotonicMs });
      }
    },
    accounts(monotonicMs) {
      for (const [key, { changedMs }] of entries) {
        if (monotonicMs - changedMs >= KEPT_MS) entries.delete(key);
      }
      return [...entries.values()].map(({ account }) => account);
    },
  };
}

function add(account: Account | undefined, charge: AccountCharge): Account {
  const activeSeconds = plus(account?.activeSeconds, charge.activeSeconds);
  const joules = plus(account?.joules, charge.joules);
  return {
    labels: charge.labels,
    allocatedSeconds: (account?.allocatedSeconds ?? 0) + charge.allocatedSeconds,
    ...(activeSeconds === undefined ? {} : { activeSeconds }),
    ...(joules === undefined ? {} : { joules }),
  };
}

const plus = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : a + (b ?? 0);
