// The start page comes before Grafana's components do, so it brings its own few rules.
export const START_STYLES = `
:root { --ground: #111217; --ink: rgb(204, 204, 220); --quiet: #9a9bab; --line: #2c2f36;
  --good: #6ccf8e; --busy: #6e9fff; --bad: #ff7a89; --mark: #ff9830; color-scheme: dark; }
:root[data-theme='light'] { --ground: #f4f5f5; --ink: #24292e; --quiet: #5f6672; --line: #d5d7db;
  --good: #1a7f4b; --busy: #1f62e0; --bad: #c4162a; --mark: #9a5a00; color-scheme: light; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.6 Inter, system-ui,
  'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
.start { max-width: 640px; margin: 0 auto; padding: 12vh 24px 48px; }
.start h1 { font-size: 28px; font-weight: 500; margin: 16px 0 4px; }
.start-bad { color: var(--bad); }
.start-text { color: var(--quiet); margin: 0 0 24px; overflow-wrap: anywhere; }
.start-marks { display: flex; gap: 8px; margin: 0; }
.start-marks span { border: 1px solid var(--mark); color: var(--mark); border-radius: 999px;
  padding: 0 10px; font-size: 12px; }
.start-parts { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
.start-part { display: grid; grid-template-columns: 20px minmax(110px, 1fr) 70px 2fr auto; gap: 8px;
  padding: 8px 0; border-bottom: 1px solid var(--line); align-items: baseline; }
.start-note { color: var(--quiet); overflow-wrap: anywhere; }
.start-state { color: var(--quiet); }
.start-part a { color: var(--busy); }
.start-ready .start-sign { color: var(--good); }
.start-starting .start-sign { color: var(--busy); animation: start-turn 1.6s linear infinite; }
.start-failed .start-sign, .start-failed .start-state { color: var(--bad); }
@keyframes start-turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .start-starting .start-sign { animation: none; } }
@media (max-width: 560px) { .start-part { grid-template-columns: 20px 1fr auto; }
  .start-note { grid-column: 2 / -1; } }
`;
