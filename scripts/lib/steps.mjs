// One line per step: what is being done, and how long it took. On a terminal the line counts the seconds.

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs `work` and shows it as a step. What the step itself wants to say ends up beside its time.
 * @param {string} label what is being done
 * @param {() => Promise<string | void>} work its answer, if any, is shown when the step is done
 */
export async function step(label, work) {
  const out = process.stderr;
  const since = Date.now();
  const live = out.isTTY === true && process.env.CI === undefined;
  out.write(live ? `  ${label} ` : `  ${label} …\n`);
  const show = () => out.write(`\r  ${label} … ${Math.round((Date.now() - since) / 1000)} s `);
  const timer = live ? setInterval(show, 1000) : undefined;
  try {
    const note = await work();
    const end = `${note === undefined ? 'done' : note} (${seconds(since)})`;
    out.write(live ? `\r  ${label}: ${end}\n` : `  ${label}: ${end}\n`);
  } catch (error) {
    out.write(
      live
        ? `\r  ${label}: failed (${seconds(since)})\n`
        : `  ${label}: failed (${seconds(since)})\n`,
    );
    throw error;
  } finally {
    clearInterval(timer);
  }
}
