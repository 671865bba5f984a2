/** What codes and labels say in words. */
export const states = {
  free: 'free',
  heldIdle: 'held, idle',
  sick: 'sick',
  throttled: 'throttled',
  idle: 'idle (under 5 %)',
  light: 'light (5 to 50 %)',
  busy: 'busy (over 50 %)',
  useUnknown: 'held, use unknown',
  verdict: {
    fault: 'GPU error within the hour',
    heat: 'slowed by heat',
    power: 'capped by power',
    notUsing: 'not using the GPU',
    waiting: 'waiting for data or the CPU',
    memoryBound: 'memory-bound',
    fillsLittle: 'kernels fill little of the chip',
    tensor: 'computing on tensor cores',
    plain: 'busy, nothing stands out',
  },
  problem: {
    remapFailed: 'row remap failed: replace the board',
    remapPending: 'row remap pending: reset the GPU',
    pagesPending: 'pages to retire: reboot the node',
    uncorrectable: 'uncorrectable memory errors',
  },
} as const;
