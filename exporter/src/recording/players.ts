import type { SourceSite } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { HolderSource, PodDirectory } from '../ports.js';
import type { Player } from './player.js';
import { createPlayer } from './player.js';
import { replayDirectory } from './replayDirectory.js';
import { replayHolders } from './replayHolders.js';

/** What a recording brings along beside its sources. */
export interface Played {
  /** Undefined where no holder source was recorded: the site's are asked. */
  readonly holders?: readonly HolderSource[];
  /** Undefined where no pods were recorded. */
  readonly directory?: PodDirectory;
}

/** One player a file, so that source, holders and pods speak of the same moment. */
export interface Players {
  of(file: string): Player;
  /** What the first recording brings along, if it can be read already. */
  opened(sites: readonly SourceSite[]): Promise<Played>;
}

export function createPlayers(clock: Clock): Players {
  const players = new Map<string, Player>();

  function of(file: string): Player {
    const player = players.get(file) ?? createPlayer(file, clock);
    players.set(file, player);
    return player;
  }

  return {
    of,
    async opened(sites) {
      const [file] = sites.flatMap((site) => (site.kind === 'replay' ? [site.file] : []));
      if (file === undefined) return {};
      const player = of(file);
      // A file that can't be read is the source's to report, at each cycle until it can.
      const recording = await player.open().catch(() => undefined);
      if (recording === undefined) return {};
      const { holders, hasDirectory } = recording;
      return {
        ...(holders.length > 0 && { holders: replayHolders(player, holders) }),
        ...(hasDirectory && { directory: replayDirectory(player, clock) }),
      };
    },
  };
}
