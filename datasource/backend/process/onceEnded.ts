export interface Ending {
  readonly reason: string;
  readonly exitCode: number;
}

/** The end of a process, which several things may bring about; the first one counts. */
export interface OnceEnded {
  end(reason: string, exitCode?: number): void;
  readonly promise: Promise<Ending>;
}

export function onceEnded(): OnceEnded {
  let resolve: (ending: Ending) => void = () => undefined;
  const promise = new Promise<Ending>((first) => (resolve = first));
  return { end: (reason, exitCode = 0) => resolve({ reason, exitCode }), promise };
}
