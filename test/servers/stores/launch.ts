import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../command.js';
import { startProcess, type ServerProcess } from '../process.js';
import { storePin, type StoreKind } from './kinds.js';
import { requestStore, type StoreAddress } from './request.js';

export interface StoreLaunch {
  readonly kind: StoreKind;
  /** The unpacked zip. */
  readonly home: string;
  readonly javaHome: string;
  readonly folder: string;
  readonly port: number;
  readonly address: StoreAddress;
  /** Nobody else's cluster has this name, so whoever says it is the server that was started here. */
  readonly clusterName: string;
}

const deadlineMs = 240_000; // a loaded machine takes its time; an idle one needs seven seconds

/** These servers refuse root. A user namespace in which we are somebody else needs no second user. */
function asSomebody(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const unshare = findProgram('unshare');
  if (unshare !== undefined) return [unshare, '-U', '--map-user=1000', '--map-group=1000'];
  throw new Error(
    'a log store refuses root, and unshare (util-linux) is not on PATH to be another',
  );
}

/** Starts the server of a folder that `writeStoreFiles` has filled. */
export async function launchStore(launch: StoreLaunch): Promise<ServerProcess> {
  const { kind, home, javaHome, folder, port, address, clusterName } = launch;
  const { product, version } = storePin(kind);
  const prefix = product === 'opensearch' ? 'OPENSEARCH' : 'ES';
  const set = (name: string, value: string | number): string => `-E${name}=${value}`;
  const [command = '', ...args] = [
    ...asSomebody(),
    join(home, 'bin', product),
    set('cluster.name', clusterName),
    set('node.name', clusterName),
    set('http.port', port),
    set(version.startsWith('6.') ? 'transport.tcp.port' : 'transport.port', 0),
  ];
  const server = await startProcess({
    name: `${product} ${version}`,
    command,
    args,
    env: {
      JAVA_HOME: javaHome,
      [`${prefix}_JAVA_HOME`]: javaHome,
      [`${prefix}_PATH_CONF`]: join(folder, 'config'),
      [`${prefix}_TMPDIR`]: join(folder, 'tmp'),
      [`${prefix}_JAVA_OPTS`]: '',
    },
    log: join(folder, 'server.log'),
    deadlineMs,
    stopMs: 30_000,
    isReady: () => answers(address, clusterName),
  });
  return {
    ...server,
    // From version 8 on, what we start only looks after the server proper, which would end in order without it.
    kill: async () => {
      for (const pid of descendants(server.pid)) kill(pid);
      await server.kill();
    },
  };
}

async function answers(address: StoreAddress, clusterName: string): Promise<boolean> {
  const path = '/_cluster/health?wait_for_status=yellow&timeout=5s';
  const { status, body } = await requestStore(address, 'GET', path);
  return status === 200 && (body as Record<string, unknown>).cluster_name === clusterName;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone by itself
  }
}

/** Children, their children and so on, as Linux tells them; none elsewhere. */
function descendants(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of processNames()) {
    try {
      // `pid (name) state parent …`; a name may hold blanks and parentheses.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), Number(parent));
    } catch {
      // ended meanwhile
    }
  }
  const below = (one: number): number[] =>
    [...parents]
      .filter(([, parent]) => parent === one)
      .flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function processNames(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
