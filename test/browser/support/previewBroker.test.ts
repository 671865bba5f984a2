import { startPreviewBroker } from './previewBroker.js';

const ask = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
};

describe('startPreviewBroker', () => {
  it('starts the preview for the first who asks, and the same for all others', async () => {
    let starts = 0;
    let stops = 0;
    const broker = await startPreviewBroker(() => {
      starts += 1;
      const stop = () => Promise.resolve(void (stops += 1));
      return Promise.resolve({ url: `http://127.0.0.1:1/${String(starts)}`, stop });
    });
    expect(starts).toBe(0);
    const answers = await Promise.all([ask(broker.url), ask(broker.url)]);
    expect(answers).toEqual(Array(2).fill({ status: 200, text: 'http://127.0.0.1:1/1' }));
    await broker.stop();
    expect([starts, stops]).toEqual([1, 1]);
    await expect(ask(broker.url)).rejects.toThrow();
  });

  it('passes on why it did not start', async () => {
    const broker = await startPreviewBroker(() => Promise.reject(new Error('no Java')));
    expect(await ask(broker.url)).toEqual({ status: 500, text: 'no Java' });
    await broker.stop();
  });

  it('tells nobody else', async () => {
    const broker = await startPreviewBroker(() => Promise.reject(new Error('asked')));
    expect((await ask(new URL('/x', broker.url).href)).status).toBe(404);
    await broker.stop();
  });
});
