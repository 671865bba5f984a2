import { dateTime } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { urlsFrom } from './links.js';

const RELATIVE = { from: dateTime(0), to: dateTime(1), raw: { from: 'now-6h', to: 'now' } };
const [FROM, TO] = [dateTime(1000), dateTime(2000)];
const ABSOLUTE = { from: FROM, to: TO, raw: { from: FROM, to: TO } };

const parametersOf = (url: string) => [...new URLSearchParams(url.split('?')[1])];

describe('the way on from a panel', () => {
  it('keeps the range as the reader chose it', () => {
    locationService.push('/');
    expect(parametersOf(urlsFrom(RELATIVE)('node', { node: 'a' }))).toEqual([
      ['from', 'now-6h'],
      ['to', 'now'],
      ['var-node', 'a'],
    ]);
    expect(parametersOf(urlsFrom(ABSOLUTE)('nodes', {}))).toEqual([
      ['from', '1000'],
      ['to', '2000'],
    ]);
  });

  it('takes another range where one is given', () => {
    const url = urlsFrom(RELATIVE)('app', {}, { from: '5', to: '6' });
    expect(parametersOf(url)).toEqual([
      ['from', '5'],
      ['to', '6'],
    ]);
  });

  it('keeps data source and clusters, and nothing else of the page', () => {
    locationService.push('/x?var-datasource=p&var-cluster=a&var-cluster=b&var-tenant=t');
    expect(parametersOf(urlsFrom(RELATIVE)('nodes', {})).slice(2)).toEqual([
      ['var-datasource', 'p'],
      ['var-cluster', 'a'],
      ['var-cluster', 'b'],
    ]);
  });

  it('goes into the cluster of the thing that was clicked', () => {
    locationService.push('/x?var-cluster=a&var-cluster=b');
    const url = urlsFrom(RELATIVE)('node', { cluster: 'b' });
    expect(new URLSearchParams(url.split('?')[1]).getAll('var-cluster')).toEqual(['b']);
  });
});
