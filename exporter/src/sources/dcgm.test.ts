import type { RequestListener } from 'node:http';
import { normaliseDcgm } from '@gpuscope/aggregation';
import { failureOf, never } from '../testing/fakes.js';
import type { Loopback } from '../testing/loopback.js';
import { httpLoopback } from '../testing/loopback.js';
import type { DcgmLocator } from './dcgm.js';
import { createDcgmSource, fixedAddress, ForeignSourceError } from './dcgm.js';

const line = (host: string, value = 38, uuid = 'GPU-a') =>
  `DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="${uuid}",device="nvidia0",modelName="Synthetic X1",Hostname="${host}"} ${value}\n`;

const open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function serve(listener: RequestListener): Promise<string> {
  const server = await httpLoopback(listener);
  open.push(server);
  return `${server.url}/metrics`;
}

function source(locator: DcgmLocator, onProblems: () => void = () => undefined) {
  return createDcgmSource({
    name: 'dcgm',
    node: 'gpu-1',
    locator,
    normalise: (aliases) => (exposition) =>
      normaliseDcgm(exposition, { acceptHost: (host) => ['gpu-1', ...aliases].includes(host) }),
    onProblems,
  });
}

const at = (url: string): DcgmLocator =>
  fixedAddress({ url, timeoutMs: 30_000, maxBytes: 1_000_000 });

describe('createDcgmSource', () => {
  it('reads what dcgm-exporter serves into catalogue names', async () => {
    const url = await serve((_, response) => response.end(line('gpu-1')));
    const { boards, readings } = await source(at(url)).read(never);
    expect(boards.map(({ uuid, model }) => [uuid, model])).toEqual([['GPU-a', 'Synthetic X1']]);
    expect(readings).toContainEqual(
      expect.objectContaining({ metric: 'gpu_temperature_celsius', value: 38 }),
    );
  });

  it('keeps this node’s lines of an answer that holds those of others, and names the others', async () => {
    const url = await serve((_, response) =>
      response.end(line('gpu-1') + line('gpu-2', 50, 'GPU-b')),
    );
    const { boards, foreignHosts } = await source(at(url)).read(never);
    expect(boards.map(({ uuid }) => uuid)).toEqual(['GPU-a']);
    expect(foreignHosts).toEqual(['gpu-2']);
  });

  it('refuses an answer that is wholly of another node, naming both and what to do', async () => {
    const url = await serve((_, response) => response.end(line('gpu-2')));
    const error = await failureOf(source(at(url)).read(never));
    expect(error).toBeInstanceOf(ForeignSourceError);
    expect(error.code).toBe('SOURCE_REFUSED');
    expect(error.message).toContain(url);
    expect(error.message).toContain('gpu-2');
    expect(error.message).toContain('gpu-1');
    expect(error.message).toContain('Service');
    expect((error as ForeignSourceError).telemetry.foreignHosts).toEqual(['gpu-2']);
  });

  it('takes its own pod’s name for this node, where DCGM writes that', async () => {
    const url = await serve((_, response) => response.end(line('dcgm-exporter-x7')));
    const locator: DcgmLocator = {
      ...at(url),
      locate: async (signal) => ({
        ...(await at(url).locate(signal)),
        aliases: ['dcgm-exporter-x7'],
      }),
    };
    expect((await source(locator).read(never)).boards).toHaveLength(1);
  });

  it('tells of bad lines and loses nothing else', async () => {
    let told = 0;
    const url = await serve((_, response) => response.end(`${line('gpu-1')}broken{\n`));
    const { boards } = await source(at(url), () => (told += 1)).read(never);
    expect(boards).toHaveLength(1);
    expect(told).toBe(1);
  });

  it.each([
    [
      'a status',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(500).end(),
    ],
    [
      'a web page',
      (_: unknown, response: Parameters<RequestListener>[1]) =>
        response.setHeader('content-type', 'text/html').end('<html/>'),
    ],
    [
      'another node',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.end(line('gpu-9')),
    ],
  ])('tells the locator after a failure: %s', async (_, listener) => {
    let failures = 0;
    const url = await serve((request, response) => void listener(request, response));
    const locator = { ...at(url), failed: () => (failures += 1) };
    await failureOf(source(locator).read(never));
    expect(failures).toBe(1);
  });

  it('does not tell the locator when all is well', async () => {
    let failures = 0;
    const url = await serve((_, response) => response.end(line('gpu-1')));
    await source({ ...at(url), failed: () => (failures += 1) }).read(never);
    expect(failures).toBe(0);
  });
});
