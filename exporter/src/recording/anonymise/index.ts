import type { IdentityRules, NvmlSnapshot } from '@gpuscope/aggregation';
import type { DirectoryJson } from '../directoryJson.js';
import type { ReportJson } from '../reportJson.js';
import { anonymousDirectory, keysOf } from './directory.js';
import { anonymousExposition } from './exposition.js';
import { createPseudonyms } from './pseudonyms.js';
import { anonymousReport } from './report.js';
import { anonymousSnapshot } from './snapshot.js';

/** What may be written of each thing that was said. */
export interface Filter {
  readonly isAnonymous: boolean;
  readonly exposition: (text: string) => string;
  readonly nvml: (snapshot: NvmlSnapshot) => NvmlSnapshot;
  readonly report: (report: ReportJson) => ReportJson;
  readonly directory: (directory: DirectoryJson) => DirectoryJson;
  readonly name: (text: string) => string;
}

/** Everything, as it is. */
export const AS_IT_IS: Filter = {
  isAnonymous: false,
  exposition: (text) => text,
  nvml: (snapshot) => snapshot,
  report: (report) => report,
  directory: (directory) => directory,
  name: (text) => text,
};

/**
 * Everything without names.
 * @param key a secret of this one recording, which is never written
 * @param rules labels and annotations that they read are kept, with other values; all others are left out
 */
export function anonymous(key: Uint8Array, rules: IdentityRules): Filter {
  const pseudonyms = createPseudonyms(key);
  const keys = keysOf(rules);
  return {
    isAnonymous: true,
    exposition: (text) => anonymousExposition(text, pseudonyms),
    nvml: (snapshot) => anonymousSnapshot(snapshot, pseudonyms),
    report: (report) => anonymousReport(report, pseudonyms),
    directory: (directory) => anonymousDirectory(directory, keys, pseudonyms),
    name: (text) => pseudonyms.name(text),
  };
}
