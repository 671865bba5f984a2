import { createLedger } from './accounts.js';

const HOUR = 3_600_000;
const A = { node: 'n', tenant: 'a' };
const B = { node: 'n', tenant: 'b' };

describe('createLedger', () => {
  it('adds up what an account is charged, from several workloads and cycles', () => {
    const ledger = createLedger();
    const charge = { labels: A, allocatedSeconds: 15, activeSeconds: 5, joules: 100 };
    ledger.charge([charge, charge], 0);
    ledger.charge([charge], 15_000);
    expect(ledger.accounts(15_000)).toEqual([
      { labels: A, allocatedSeconds: 45, activeSeconds: 15, joules: 300 },
    ]);
  });

  it('keeps accounts apart', () => {
    const ledger = createLedger();
    ledger.charge(
      [
        { labels: A, allocatedSeconds: 1 },
        { labels: B, allocatedSeconds: 2 },
      ],
      0,
    );
    expect(ledger.accounts(0).map(({ allocatedSeconds }) => allocatedSeconds)).toEqual([1, 2]);
  });

  it('has no figure that was never measured, and keeps one that is missing for a while', () => {
    const ledger = createLedger();
    ledger.charge([{ labels: A, allocatedSeconds: 1 }], 0);
    expect(ledger.accounts(0)[0]).toEqual({ labels: A, allocatedSeconds: 1 });
    ledger.charge([{ labels: A, allocatedSeconds: 1, joules: 7 }], 1);
    ledger.charge([{ labels: A, allocatedSeconds: 1 }], 2);
    expect(ledger.accounts(2)[0]).toEqual({ labels: A, allocatedSeconds: 3, joules: 7 });
  });

  it('drops an account an hour after its last change, not before', () => {
    const ledger = createLedger();
    ledger.charge([{ labels: A, allocatedSeconds: 1 }], 0);
    ledger.charge([{ labels: B, allocatedSeconds: 1 }], 1000);
    expect(ledger.accounts(HOUR - 1)).toHaveLength(2);
    expect(ledger.accounts(HOUR).map(({ labels }) => labels)).toEqual([B]);
  });

  it('starts a dropped account anew', () => {
    const ledger = createLedger();
    ledger.charge([{ labels: A, allocatedSeconds: 100 }], 0);
    ledger.accounts(HOUR);
    ledger.charge([{ labels: A, allocatedSeconds: 1 }], HOUR + 1);
    expect(ledger.accounts(HOUR + 1)).toEqual([{ labels: A, allocatedSeconds: 1 }]);
  });
});
