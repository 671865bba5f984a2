import type { Holder } from './claim.js';

/** A holder as a key of maps. `/` is in no Kubernetes name, so two holders never share a key. */
export const holderKey = (holder: Holder): string =>
  holder.kind === 'host' ? `host/${holder.host}` : `${podKey(holder)}/${holder.container}`;

/** The pod (or host) of a holder as a key. */
export const ownerKey = (holder: Holder): string =>
  holder.kind === 'host' ? `host/${holder.host}` : podKey(holder);

const podKey = (holder: { readonly namespace: string; readonly pod: string }): string =>
  `pod/${holder.namespace}/${holder.pod}`;
