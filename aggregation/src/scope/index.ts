export type { Grant, Scope, TenantGrants } from './scope.js';
export { EVERYTHING, NOTHING } from './scope.js';
