export type { Placed } from './inScope.js';
export { inScope } from './inScope.js';
export { narrowScope } from './narrow.js';
export type { Grant, Scope, TenantGrants } from './scope.js';
export { EVERYTHING, NOTHING } from './scope.js';
