import { sendText, type Call } from '../http/call.js';
import { fileBelow, sendFile } from '../http/files.js';
import type { State } from '../state.js';
import { waitingPage } from '../waitingPage.js';

/** Every path that is no file and no API: the page itself finds out what it shows. */
export const page =
  (folder: string, state: State) =>
  async (call: Call): Promise<void> => {
    const file = await fileBelow(folder, 'index.html');
    if (file === undefined) sendText(call, waitingPage(state.get()), 'text/html');
    else await sendFile(call, file);
  };
