/** What is to be said of a device on the GPU map beside how busy it is; less than any utilisation. */
export const MAP_CODES = { free: -1, heldIdle: -2, sick: -3, throttled: -4 } as const;
