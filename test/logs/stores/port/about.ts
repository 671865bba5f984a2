import { storeDialect } from '../../../servers/index.js';
import { never } from '../support/target.js';
import type { Opened } from './opened.js';

export function checkAbout(opened: () => Opened): void {
  it('tells what it is', async () => {
    const about = await opened().store.about(never());
    const dialect = storeDialect(opened().server.kind);
    expect(about.dialect).toEqual(dialect);
    expect(about.product.toLowerCase()).toBe(dialect.product);
    expect(about.version.startsWith(`${dialect.major}.${dialect.minor}.`)).toBe(true);
    expect(Math.abs(about.clockSkewMs ?? Infinity)).toBeLessThan(2_000);
    expect(about.notices).toBeUndefined();
  });
}
