import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { criText } from '../cri.js';
import { fileNameOf } from '../shapes/ecs.js';
import type { LogTruth } from '../truth.js';

/**
 * Writes pods' lines as a node's container runtime does: a file for each container, named by pod, namespace,
 * container and id. Lines of machines are left out.
 *
 * @returns how many lines were written
 */
export async function writePodFiles(dir: string, truths: Iterable<LogTruth>): Promise<number> {
  await mkdir(dir, { recursive: true });
  const files = new Map<string, Buffer[]>();
  let lines = 0;
  for (const truth of truths) {
    if (truth.source.kind !== 'pod') continue;
    const name = fileNameOf(truth.source);
    const parts = files.get(name) ?? [];
    files.set(name, parts);
    parts.push(criText(truth));
    lines += 1;
  }
  for (const [name, parts] of files) await appendFile(join(dir, name), Buffer.concat(parts));
  return lines;
}
