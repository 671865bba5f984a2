import fc from 'fast-check';
import { filledUrl } from './filledUrl.js';

const at = (url: string) => new URL(url, 'http://grafana.example');

describe('filledUrl', () => {
  it('keeps what was filled in, however it is written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (app, tenant) => {
        fc.pre(app !== '$__all' && tenant !== '$__all');
        const query = `var-app=${encodeURIComponent(app)}&var-tenant=${encodeURIComponent(tenant)}`;
        const { searchParams } = at(filledUrl(`/a/x/app?${query}`));
        expect([searchParams.get('var-app'), searchParams.get('var-tenant')]).toEqual([
          app,
          tenant,
        ]);
      }),
    );
  });

  it('leaves out choices of All and of nothing, and keeps several values', () => {
    const url = filledUrl('/a/x/app?var-app=%24__all&var-user=&var-tenant=a&var-tenant=b');
    expect(url).toBe('/a/x/app?var-tenant=a&var-tenant=b');
  });

  it('makes a range around a moment, in place of the whole range', () => {
    const { searchParams } = at(filledUrl('/a/x/logs?from=now-6h&to=now&moment=1700000000000'));
    const [from, to] = ['from', 'to'].map((name) => Number(searchParams.get(name)));
    expect(from).toBeLessThan(1_700_000_000_000);
    expect(to).toBeGreaterThan(1_700_000_000_000);
    expect((to ?? 0) - (from ?? 0)).toBe(600_000);
    expect(searchParams.has('moment')).toBe(false);
  });

  it('makes whole milliseconds of a moment between two', () => {
    expect(filledUrl('/a/x/logs?from=now-6h&to=now&moment=1700000000000.4')).toBe(
      '/a/x/logs?from=1699999700000&to=1700000300000',
    );
  });

  it.each(['', 'NaN', 'Infinity', '-1', '0', '1e300', '%24%7B__value.time%7D'])(
    'keeps the range where no moment was clicked: %s',
    (moment) => {
      expect(filledUrl(`/a/x/logs?from=now-6h&to=now&moment=${moment}`)).toBe(
        '/a/x/logs?from=now-6h&to=now',
      );
    },
  );

  it('leaves an address without parameters alone', () => {
    expect(filledUrl('/a/x/overview')).toBe('/a/x/overview');
    expect(filledUrl('/a/x/overview?var-app=')).toBe('/a/x/overview');
  });
});
