/** A text that holds this, or that fits it. */
export const textWith = (part: string | RegExp): string =>
  (part instanceof RegExp ? expect.stringMatching(part) : expect.stringContaining(part)) as string;

/** One of our errors with this code, and a message that holds or fits `part`. */
export const errorWith = (code: string, part: string | RegExp = ''): Error =>
  expect.objectContaining({ code, message: textWith(part) }) as Error;
