// Our panels with figures that never change, in the theme and language that the address names, so that pictures of
// them can be compared. Without Grafana around them: what they look like there, the pages' own pictures show.
import { createTheme, ThemeContext } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { GlobalStyles } from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import en from '../../locales/en-US/gpuscope-app.json';
import zh from '../../locales/zh-Hans/gpuscope-app.json';
import { exhibits } from './exhibits.js';

const search = new URLSearchParams(window.location.search);
const mode = search.get('theme') === 'light' ? 'light' : 'dark';
const language = search.get('lang') ?? 'en-US';
const lines = Number(search.get('lines') ?? 10_000);

const theme = createTheme({ colors: { mode } });
Object.assign(config, { theme2: theme });
Object.assign(config.bootData.user, { language, timezone: 'utc' });

const words = () => Promise.resolve(language === 'zh-Hans' ? zh : en);

function Gallery() {
  return (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      {exhibits(lines).map(({ name, width, height, Drawn }) => (
        <section key={name} aria-label={name} style={{ padding: 8 }}>
          <div
            data-exhibit={name}
            style={{ width, height, background: theme.colors.background.primary }}
          >
            <Drawn />
          </div>
        </section>
      ))}
    </ThemeContext.Provider>
  );
}

async function show(): Promise<void> {
  await initPluginTranslations('gpuscope-app', [words]);
  const place = document.getElementById('root');
  if (place !== null) createRoot(place).render(<Gallery />);
}

void show();
