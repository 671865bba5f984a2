import { readQuery } from '@gpuscope/datasource/shared';
import { errorsQuery } from './newest.js';

it('asks for the newest errors of what a board’s variables name', () => {
  expect(errorsQuery(['app', 'user']).selection).toEqual({
    apps: ['$app'],
    users: ['$user'],
    levels: ['critical', 'error'],
  });
  expect(readQuery(errorsQuery())).toEqual({ value: errorsQuery() });
});
