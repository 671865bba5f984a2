import { GpuscopeError, say } from '@gpuscope/aggregation';
import { readSecrets, readSettings } from '@gpuscope/datasource/shared';
import type { FilePlace } from './fromFile.js';
import { fromFile } from './fromFile.js';
import { fromGrafana } from './fromGrafana.js';
import type { SourceSettings } from './sourceSettings.js';

/** What Grafana holds of a data source. */
export interface GrafanaSource {
  /** Must be empty. */
  readonly url: string;
  readonly jsonData: unknown;
  readonly secrets: Readonly<Record<string, string>>;
}

/** Settings of a data source, from Grafana or from the server's file. Throws SETTINGS_INVALID. */
export async function loadSettings(
  source: GrafanaSource,
  place: FilePlace,
): Promise<SourceSettings> {
  if (source.url !== '') throw new GpuscopeError('SETTINGS_INVALID', say('settings.url'));
  const settings = readSettings(source.jsonData);
  const secrets = readSecrets(source.secrets);
  if ('problems' in settings || 'problems' in secrets) {
    const problems = [settings, secrets].flatMap((read) =>
      'problems' in read ? read.problems : [],
    );
    throw new GpuscopeError('SETTINGS_INVALID', say('settings.parts', { problems }));
  }
  return settings.value.setUp === 'file'
    ? fromFile(place)
    : fromGrafana(settings.value, secrets.value);
}
