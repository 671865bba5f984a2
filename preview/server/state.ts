import type { BootData, Links, Part, PartState, PreviewState } from './parts.js';

/** What the page is told while parts start, and what it boots with. */
export interface State {
  get(): PreviewState;
  /** Says how far a part is; parts stand in the order in which they were first named. */
  setPart(name: string, state: PartState, note?: string, url?: string): void;
  boot(boot: BootData, links: Links): void;
  fail(note: string): void;
  /** The app's settings, which a page may change for as long as the preview runs. */
  changeApp(jsonData: Readonly<Record<string, unknown>>): void;
}

export function createState(simulated: boolean): State {
  const parts = new Map<string, Part>();
  let state: PreviewState['state'] = 'starting';
  let booted: BootData | undefined;
  let links: Links = {};
  let note: string | undefined;
  return {
    get: () => ({
      state,
      parts: [...parts.values()],
      ...(booted !== undefined && { boot: booted }),
      simulated,
      links,
      ...(note !== undefined && { note }),
    }),
    setPart: (name, partState, partNote, url) => {
      parts.set(name, {
        name,
        state: partState,
        ...(partNote !== undefined && { note: partNote }),
        ...(url !== undefined && { url }),
      });
    },
    boot: (boot, found) => {
      booted = boot;
      links = found;
      state = 'ready';
    },
    fail: (why) => {
      state = 'failed';
      note = why;
    },
    changeApp: (jsonData) => {
      if (booted !== undefined) booted = { ...booted, app: { jsonData } };
    },
  };
}
