export { formatAmount, formatShare } from './amount.js';
export { formatDuration, formatIdle, formatLasting, formatWhen } from './duration.js';
export { filled } from './filled.js';
export { formatNumber } from './number.js';
export { formatPartOf } from './partOf.js';
