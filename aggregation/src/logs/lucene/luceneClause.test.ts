import { GpuscopeError } from '../../errors.js';
import type { Dialect } from '../dialect.js';
import type { Clause } from '../search/clause.js';
import { messageLayout } from '../words/testing/messageLayout.js';
import { luceneClause } from './luceneClause.js';
import { queryLayout } from './testing/queryLayout.js';

const dialect: Dialect = { product: 'elasticsearch', major: 8, minor: 19 };
const ask = (query: string) => luceneClause(query, queryLayout, { dialect });

const term = (field: string, value: string | number | boolean): Clause => ({
  term: { [field]: value },
});
const phrase = (text: string): Clause => ({ match_phrase: { message: text } });
const wildcard = (field: string, value: string): Clause => ({ wildcard: { [field]: { value } } });
const times = 'strict_date_optional_time||epoch_millis';

const mapped: readonly (readonly [string, Clause])[] = [
  ['', { match_all: {} }],
  ['*', { match_all: {} }],
  ['*:*', { match_all: {} }],
  ['NOT *', { match_none: {} }],
  ['error', phrase('error')],
  ['"out of memory"', phrase('out of memory')],
  ['10.0.0.1', phrase('10.0.0.1')],
  ['显存不足', phrase('显存不足')],
  ['🚀', phrase('🚀')],
  ['message:error', phrase('error')],
  ['message:*', { exists: { field: 'message' } }],
  ['*OutOfMemory*', wildcard('message', '*outofmemory*')],
  ['*a_b?', wildcard('message', '*a_b?')],
  ['pod:api-7f', term('kubernetes.pod', 'api-7f')],
  ['pod:"a b"', term('kubernetes.pod', 'a b')],
  ['pod:api-*', { prefix: { 'kubernetes.pod': { value: 'api-' } } }],
  ['pod:*-7f?', wildcard('kubernetes.pod', '*-7f?')],
  [String.raw`pod:a\*`, term('kubernetes.pod', 'a*')],
  [String.raw`pod:*\?`, wildcard('kubernetes.pod', String.raw`*\?`)],
  [
    'pod:(a OR b)',
    {
      bool: {
        should: [term('kubernetes.pod', 'a'), term('kubernetes.pod', 'b')],
        minimum_should_match: 1,
      },
    },
  ],
  [
    'pod:*',
    {
      bool: {
        filter: [{ exists: { field: 'kubernetes.pod' } }],
        must_not: [term('kubernetes.pod', '')],
      },
    },
  ],
  ['label.app:web', term('labels.app', 'web')],
  ['label.app.kubernetes.io/name:web', term('labels.app.kubernetes.io/name', 'web')],
  ['http.status:500', term('http.status', 500)],
  ['http.status:-1', term('http.status', -1)],
  ['http.status:>=500', { range: { 'http.status': { gte: 500 } } }],
  ['http.status:{1 TO 5]', { range: { 'http.status': { gt: 1, lte: 5 } } }],
  ['took:<0.5', { range: { took: { lt: 0.5 } } }],
  ['ended:[now-1h TO *]', { range: { ended: { gte: 'now-1h', format: times } } }],
  [
    'ended:[2026-05-01 TO 2026-05-02T10:00:00Z}',
    { range: { ended: { gte: '2026-05-01', lt: '2026-05-02T10:00:00Z', format: times } } },
  ],
  ['client:10.0.0.0/8', term('client', '10.0.0.0/8')],
  ['client:[10.0.0.1 TO 10.0.0.9]', { range: { client: { gte: '10.0.0.1', lte: '10.0.0.9' } } }],
  ['ok:true', term('ok', true)],
  ['path:[a TO b]', { range: { path: { gte: 'a', lte: 'b' } } }],
  ['tags:gpu', term('tags', 'gpu')],
  ['tags:gp*', { prefix: { tags: { value: 'gp' } } }],
  ['note:ready', { match_phrase: { note: 'ready' } }],
  ['host:n1', any(term('host.name', 'n1'), term('kubernetes.node', 'n1'))],
  ['NOT pod:a', { bool: { must_not: [term('kubernetes.pod', 'a')] } }],
  [
    'error -pod:a',
    { bool: { filter: [phrase('error'), { bool: { must_not: [term('kubernetes.pod', 'a')] } }] } },
  ],
];

function any(...should: readonly Clause[]): Clause {
  return { bool: { should, minimum_should_match: 1 } };
}

const refused: readonly (readonly [string, RegExp])[] = [
  ['nosuch:1', /character 1: no record has an exact field "nosuch"/],
  ['a pdo:1', /character 3: .*did you mean pod\?/],
  ['kubernetes.pod:x', /did you mean pod\?/],
  ['http:x', /no record has an exact field "http".*needs quotes/],
  ['http://x', /character 6: regular expressions.*in quotes/],
  [String.raw`*a\*b?`, /a wildcard works inside one word/],
  ['app:web', /"app" is chosen beside the query/],
  ['tenant:web', /chosen beside/],
  ['user:web', /chosen beside/],
  ['_index:other', /"_index" is the store's own/],
  ['_exists_:_id', /"_id" is the store's own/],
  ['_exists_:a*', /name of a field is missing after _exists_/],
  ['a "=>"', /character 3: "=>" holds no letter or digit/],
  ['user-*', /a wildcard works inside one word/],
  ['message:[a TO b]', /holds words and knows no ranges/],
  ['http.status:5*', /of type long and knows no wildcards/],
  ['http.status:abc', /"abc" is no number/],
  ['http.status:>abc', /"abc" is no number/],
  ['ended:[yesterday TO *]', /"yesterday" is no time/],
  ['ended:>2026-13-45', /"2026-13-45" is no time/],
  ['client:>zz', /"zz" is no IP/],
  ['ok:maybe', /boolean/],
  ['ok:[true TO *]', /of type boolean and knows no ranges/],
  ['tags:[a TO b]', /of type flattened and knows no ranges/],
  ['tags:*a', /only a \* at the end/],
  ['note:>5', /holds words and knows no ranges/],
  ['blob:x', /"blob" is binary, which can't be searched/],
];

describe('luceneClause', () => {
  it.each(mapped)('%s', (query, clause) => {
    expect(ask(query)).toEqual(clause);
  });

  it.each(refused)('refuses %s', (query, message) => {
    expect(() => ask(query)).toThrow(GpuscopeError);
    expect(() => ask(query)).toThrow(message);
  });

  it('reads a level in whatever way it is spelled, and patterns as they stand', () => {
    expect(ask('level:error')).toEqual(ask('level:ERROR'));
    expect(ask('level:WARN')).toEqual(ask('level:warning'));
    expect(JSON.stringify(ask('level:error'))).toContain('"ERR"');
    expect(ask('level:unknown')).not.toEqual(term('log.level', 'unknown'));
    expect(ask('level:audit')).toEqual(term('log.level', 'audit'));
    expect(ask('level:e*')).toEqual({ prefix: { 'log.level': { value: 'e' } } });
  });

  it('finds nothing where only other records have the field', () => {
    const options = { dialect, others: [messageLayout(), queryLayout] };
    expect(luceneClause('pod:a', messageLayout(), options)).toEqual({ match_none: {} });
    expect(luceneClause('NOT pod:a', messageLayout(), options)).toEqual({ match_all: {} });
    expect(() => luceneClause('nosuch:a', messageLayout(), options)).toThrow(/"nosuch"/);
    expect(() => luceneClause('pod:a', messageLayout(), { dialect })).toThrow(/"pod"/);
  });

  it('looks anywhere in a message that is kept whole', () => {
    const { path } = queryLayout.roles.message;
    const message = { path, exact: 'message', type: 'keyword' };
    const layout = { ...queryLayout, roles: { ...queryLayout.roles, message } };
    const whole = (query: string) => luceneClause(query, layout, { dialect });
    const found = { wildcard: { message: { value: '*a b*', case_insensitive: true } } };
    expect(whole('"a b"')).toEqual(found);
    expect(whole(String.raw`a\ b`)).toEqual(found);
    expect(whole('*=>?')).toEqual(wildcard('message', '*=>?'));
  });

  it('refuses a message that is kept in no way that can be searched', () => {
    const message = { path: 'message', type: 'object' };
    const layout = { ...queryLayout, roles: { ...queryLayout.roles, message } };
    expect(() => luceneClause('a', layout, { dialect })).toThrow(/"message" is object/);
  });
});
