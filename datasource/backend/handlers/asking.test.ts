import { contextOf } from '../testing/contexts.js';
import { askingOf } from './asking.js';

const context = contextOf({ orgId: 7, login: 'li.wei' });

describe('askingOf', () => {
  it('takes the login from Grafana, and of the headers the signed token only', () => {
    const headers = { 'http_X-Grafana-Id': 'token', 'X-Grafana-User': 'admin', Cookie: 'x' };
    expect(askingOf(context, headers)).toEqual({ orgId: 7, login: 'li.wei', token: 'token' });
  });

  it.each([
    ['on a query', { 'http_X-Grafana-Id': 't' }],
    ['on a resource call', { 'x-grafana-id': ['t'] }],
    ['sent twice', { 'X-Grafana-Id': ['t', 't'], 'http_X-Grafana-Id': 't' }],
  ])('finds the token %s', (_, headers) => {
    expect(askingOf(context, headers).token).toBe('t');
  });

  it('makes of two different tokens none that could be verified', () => {
    const token = askingOf(context, { 'X-Grafana-Id': ['mine', 'forged'] }).token;
    expect(['mine', 'forged']).not.toContain(token);
    expect(token).toBeDefined();
  });

  it('knows nobody where Grafana names nobody', () => {
    const { user: _, ...rest } = context;
    expect(askingOf(rest, { 'X-Grafana-Id': '' })).toEqual({ orgId: 7, login: '' });
  });
});
