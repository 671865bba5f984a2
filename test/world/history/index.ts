export { historyIntoPrometheus, type WrittenHistory } from './intoPrometheus.js';
export { WORLD_RULES } from './rules.js';
