/** What an XID means and what to do; after NVIDIA's XID catalogue, in our words. */
export const xids = {
  '13': { meaning: 'the program’s kernel failed', advice: 'its owner debugs the program' },
  '31': {
    meaning: 'the program touched memory that is not its own',
    advice: 'its owner debugs the program',
  },
  '43': { meaning: 'the GPU stopped the program', advice: 'its owner reads the program’s log' },
  '45': { meaning: 'the program was ended while it ran', advice: 'look for an error just before' },
  '48': { meaning: 'uncorrectable memory error', advice: 'drain the node, reset the GPU' },
  '62': {
    meaning: 'the GPU’s controller halted',
    advice: 'reset the GPU; if it returns, have it replaced',
  },
  '63': { meaning: 'a bad memory row was remapped', advice: 'reset the GPU when it is free' },
  '64': { meaning: 'a bad memory row could not be remapped', advice: 'have the board replaced' },
  '74': { meaning: 'NVLink error', advice: 'reset; check the link and the switch' },
  '79': { meaning: 'the GPU fell off the bus', advice: 'reboot the node; check power and seating' },
  '92': { meaning: 'many corrected memory errors', advice: 'watch it; reset when it is free' },
  '94': {
    meaning: 'memory error, contained to the program',
    advice: 'restart the program, then reset the GPU',
  },
  '95': { meaning: 'memory error, not contained', advice: 'drain the node, reset the GPU' },
  '119': {
    meaning: 'the GPU’s firmware does not answer',
    advice: 'reset the GPU or reboot; update the driver',
  },
  '120': {
    meaning: 'the GPU’s firmware failed',
    advice: 'reset the GPU or reboot; update the driver',
  },
} as const;
