import type { IdentityRules } from '@gpuscope/aggregation';
import type { WorldSite } from '../../model/site.js';
import type { LogSource, PodSource } from '../truth.js';
import type { Voice } from '../voices/voice.js';

/** Somebody who logs, for as long as it lives. Times in milliseconds since the epoch. */
export interface Speaker {
  readonly source: LogSource;
  readonly voice: Voice;
  readonly weight: number;
  readonly fromMs: number;
  /** Its end, exclusive. */
  readonly toMs: number;
  /** It talks on top of what is usual, such as when something fails again and again. */
  readonly isUnusual?: boolean;
}

export interface SpeakersOptions {
  readonly site: WorldSite;
  readonly rules: IdentityRules;
  readonly fromMs: number;
  readonly toMs: number;
  readonly seed: number;
}

/** What a pod has before the identity rules have named it. */
export type Unnamed = Omit<PodSource, 'tenant' | 'app' | 'user'>;

export type UnnamedSpeaker = Omit<Speaker, 'source'> & { readonly source: Unnamed };
