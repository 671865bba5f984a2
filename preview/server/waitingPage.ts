import type { Part, PreviewState } from './parts.js';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const SIGNS: Readonly<Record<Part['state'], string>> = {
  waiting: '·',
  starting: '…',
  ready: '✓',
  failed: '✗',
};

const row = ({ name, state, note }: Part): string =>
  `<li><b>${SIGNS[state]}</b> ${escaped(name)}: ${state}${note === undefined ? '' : ` – ${escaped(note)}`}</li>`;

/** What a browser sees while the preview's own page is being built. It looks again by itself. */
export function waitingPage({ parts, note }: PreviewState): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width">
<title>gpuscope preview</title>
<style>
body { font: 14px/1.7 Inter, system-ui, sans-serif; max-width: 44rem; margin: 15vh auto; padding: 0 1rem; }
@media (prefers-color-scheme: dark) { body { background: #111217; color: #ccccdc; } }
ul { list-style: none; padding: 0; }
</style>
</head>
<body>
<h1>gpuscope preview</h1>
<p>A simulated site is being started; no GPU is involved.</p>
${note === undefined ? '' : `<p role="alert">${escaped(note)}</p>`}
<ul>
${parts.map(row).join('\n')}
</ul>
</body>
</html>
`;
}
