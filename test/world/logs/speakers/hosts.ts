import { hostEntryFor, resolverOf } from '@gpuscope/aggregation';
import { LOG_HOST_REGISTRY, LOG_HOST_VOICE, LOG_HOSTS } from '../apps.js';
import type { Speaker, SpeakersOptions } from './speaker.js';

/** The programs of machines without Kubernetes. */
export function hosts({ site, rules, fromMs, toMs }: SpeakersOptions): Speaker[] {
  const resolve = resolverOf(rules);
  return LOG_HOSTS.flatMap(({ host, weight, programs }) => {
    const entry = hostEntryFor(LOG_HOST_REGISTRY, host);
    const names =
      entry === undefined
        ? { tenant: '', app: '', user: '' }
        : resolve({ kind: 'host', host, entry });
    const { tenant, app, user } = names;
    return programs.map(({ unit, program }, index) => ({
      voice: LOG_HOST_VOICE,
      weight: weight / programs.length,
      fromMs,
      toMs,
      source: {
        kind: 'host' as const,
        cluster: site.cluster,
        tenant,
        app,
        user,
        host,
        unit,
        program,
        pid: program === 'kernel' ? 0 : 700 + index,
      },
    }));
  });
}
