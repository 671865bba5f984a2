import { randomBytes } from 'node:crypto';
import { freePort } from '../freePort.js';
import { ensureJava } from '../jdk.js';
import { withFreePort, type ServerProcess } from '../process.js';
import { temporaryFolder } from '../temporaryFolder.js';
import type { Authority } from '../certificates.js';
import { writeStoreFiles } from './files.js';
import { storePin, type StoreKind } from './kinds.js';
import { launchStore, type StoreLaunch } from './launch.js';
import type { StoreAddress } from './request.js';
import { ensureStoreFiles } from './unpack.js';
import type { StoreSecurity } from './users.js';

export interface StoreOptions {
  /** Users and roles; left out, everybody may do everything. Elasticsearch from 7.17 on. */
  readonly security?: StoreSecurity;
  /** Serve HTTPS as 127.0.0.1 and localhost with a certificate of this authority; needs `security`. */
  readonly authority?: Authority;
  /** Further settings, as the server's own configuration names them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Java's heap in MiB; left out, 512. */
  readonly heapMb?: number;
}

/** Where a running store is; plain data, so that another process can be told. */
export interface StorePlace {
  readonly kind: StoreKind;
  /** Its URL; with `security` also a user who may do everything, with `authority` its certificate. */
  readonly address: StoreAddress;
}

export interface StoreServer extends StorePlace {
  readonly url: string;
  /** Holds config, data, logs and what the server printed; gone after `stop`. */
  readonly folder: string;
  stop(): Promise<void>;
  /** kill -9 of the server itself; its folder stays until `stop`. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>;
}

/** A store and a Java that it runs on: fetched into the cache unless they are there. */
export async function ensureStore(kind: StoreKind): Promise<{ home: string; javaHome: string }> {
  const { least, most } = storePin(kind).java;
  const javaHome = await ensureJava(least, most);
  return { home: await ensureStoreFiles(kind), javaHome };
}

/**
 * Starts one real node of a log store on a free port of 127.0.0.1, in a folder of its own. Takes some ten seconds.
 *
 * @throws {Error} with its last log lines, or with what to install
 */
export async function startStore(
  kind: StoreKind,
  options: StoreOptions = {},
): Promise<StoreServer> {
  const programs = await ensureStore(kind);
  const temporary = await temporaryFolder(kind);
  const folder = temporary.path;
  const clusterName = `gpuscope-${randomBytes(6).toString('hex')}`;
  const admin = { name: 'synthetic-admin', password: randomBytes(12).toString('hex') };
  try {
    await writeStoreFiles(kind, programs.home, folder, {
      heapMb: options.heapMb ?? 512,
      settings: options.settings ?? {},
      ...securityFiles(options, admin),
    });
    const { launch, server } = await withFreePort(freePort, async (port) => {
      const address = addressOf(port, options, admin);
      const launch = { kind, ...programs, folder, port, address, clusterName };
      return { launch, server: await launchStore(launch) };
    });
    return control(launch, server, () => temporary.remove());
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}

type Admin = NonNullable<StoreAddress['user']>;

function securityFiles({ security, authority }: StoreOptions, admin: Admin) {
  if (security === undefined) return {};
  const users = { [admin.name]: { password: admin.password, roles: ['superuser'] } };
  const hosts = ['127.0.0.1', 'localhost'];
  const tls = authority?.issue({ commonName: 'synthetic-store', hosts, usage: 'server' });
  return {
    security: { ...security, users: { ...security.users, ...users } },
    ...(tls === undefined ? {} : { tls }),
  };
}

function addressOf(port: number, { security, authority }: StoreOptions, user: Admin): StoreAddress {
  return {
    url: `${authority === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    ...(authority === undefined ? {} : { ca: authority.certPem }),
    ...(security === undefined ? {} : { user }),
  };
}

function control(
  launch: StoreLaunch,
  first: ServerProcess,
  remove: () => Promise<void>,
): StoreServer {
  let server = first;
  return {
    kind: launch.kind,
    address: launch.address,
    url: launch.address.url,
    folder: launch.folder,
    kill: () => server.kill(),
    restart: async () => {
      await server.stop();
      server = await launchStore(launch);
    },
    stop: async () => {
      await server.stop();
      await remove();
    },
  };
}
