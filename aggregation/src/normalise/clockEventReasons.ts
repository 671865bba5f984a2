/** What one bit of the clock event mask means. */
export interface ClockEventReason {
  readonly bit: number;
  readonly name: string;
  /** The `reason` of gpu_throttle_seconds_total; absent where the bit names no cause or no throttling. */
  readonly throttle?: 'power' | 'thermal' | 'sync_boost';
}

/**
 * Bits of DEV_CLOCKS_EVENT_REASONS, as NVML and DCGM define them (dcgm_fields.h, DCGM_CLOCKS_EVENT_REASON_*).
 * `hw_slowdown` may be heat, a power brake or both, so that it names no cause.
 */
export const CLOCK_EVENT_REASONS: readonly ClockEventReason[] = [
  { bit: 0x1, name: 'gpu_idle' },
  { bit: 0x2, name: 'clocks_setting' },
  { bit: 0x4, name: 'sw_power_cap', throttle: 'power' },
  { bit: 0x8, name: 'hw_slowdown' },
  { bit: 0x10, name: 'sync_boost', throttle: 'sync_boost' },
  { bit: 0x20, name: 'sw_thermal', throttle: 'thermal' },
  { bit: 0x40, name: 'hw_thermal', throttle: 'thermal' },
  { bit: 0x80, name: 'hw_power_brake', throttle: 'power' },
  { bit: 0x100, name: 'display_clocks' },
];
