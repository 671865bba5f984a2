import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../../servers/index.js';
import { createLogHistory } from '../history.js';
import { criText } from '../cri.js';
import { writePodFiles } from './podFiles.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const truths = [...createLogHistory({ fromMs: FROM, toMs: FROM + 3_600_000, count: 400 })];

describe('writePodFiles', () => {
  it('appends each pod’s lines to its own file, in order, and leaves machines out', async () => {
    const folder = await temporaryFolder('pod-files');
    try {
      const first = await writePodFiles(folder.path, truths.slice(0, 150));
      const second = await writePodFiles(folder.path, truths.slice(150));
      const ofPods = truths.filter(({ source }) => source.kind === 'pod');
      expect(first + second).toBe(ofPods.length);
      for (const file of await readdir(folder.path)) {
        const own = ofPods.filter(
          ({ source }) => source.kind === 'pod' && file.endsWith(`-${source.containerId}.log`),
        );
        const written = Buffer.concat(own.map((truth) => criText(truth)));
        expect(await readFile(join(folder.path, file))).toEqual(written);
        const [one] = own;
        if (one?.source.kind !== 'pod') throw new Error(`${file} is nobody's`);
        expect(file.startsWith(`${one.source.pod}_${one.source.namespace}_`)).toBe(true);
      }
    } finally {
      await folder.remove();
    }
  });
});
