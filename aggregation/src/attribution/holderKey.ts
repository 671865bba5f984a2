import type { Holder, LocalHolder } from './claim.js';

/** A holder as a key of maps. `/` is in no Kubernetes name, so two holders never share a key. */
export const holderKey = (holder: Holder): string =>
  holder.kind === 'pod' ? `${podKey(holder)}/${holder.container}` : ownerKey(holder);

/** The pod (or host, or group of local processes) of a holder as a key. */
export function ownerKey(holder: Holder): string {
  switch (holder.kind) {
    case 'pod':
      return podKey(holder);
    case 'host':
      return `host/${holder.host}`;
    case 'local':
      return localKey(holder);
  }
}

const podKey = (holder: { readonly namespace: string; readonly pod: string }): string =>
  `pod/${holder.namespace}/${holder.pod}`;

/** Users and groups are named by whatever directory the machine asks: any character may be in them. */
const localKey = ({ host, user, group, unit, job, account }: LocalHolder): string =>
  `local/${JSON.stringify([host, user, group, unit, job, account])}`;
