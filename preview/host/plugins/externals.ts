// What Grafana 12.4 hands to plugins, less its legacy. Each is fetched when a plugin first asks for it.
type Loading = () => Promise<object>;

/** A CommonJS package is one thing, not a bag of names. */
const whole =
  (load: () => Promise<{ readonly default: unknown }>): Loading =>
  async () => ({ default: (await load()).default, __useDefault: true });

const names =
  (load: Loading): Loading =>
  async () => ({ ...(await load()) });

/** Old names of classes that moved from `@grafana/ui` to `@grafana/data`. */
async function ui(): Promise<object> {
  const [module, { PanelPlugin, DataSourcePlugin, AppPlugin, DataSourceApi }] = await Promise.all([
    import('@grafana/ui'),
    import('@grafana/data'),
  ]);
  return { ...module, PanelPlugin, DataSourcePlugin, AppPlugin, DataSourceApi };
}

/** The one instance of i18next that all plugins' texts live in. */
async function i18next(): Promise<object> {
  const module = await import('i18next');
  return { ...module, __esModule: true };
}

export const EXTERNALS: Readonly<Record<string, Loading>> = {
  '@emotion/css': names(() => import('@emotion/css')),
  '@emotion/react': names(() => import('@emotion/react')),
  '@grafana/data': names(() => import('@grafana/data')),
  '@grafana/data/unstable': names(() => import('@grafana/data/unstable')),
  '@grafana/runtime': names(() => import('@grafana/runtime')),
  '@grafana/runtime/unstable': names(() => import('@grafana/runtime/unstable')),
  '@grafana/ui': names(ui),
  '@grafana/ui/unstable': names(() => import('@grafana/ui/unstable')),
  emotion: names(() => import('@emotion/css')),
  i18next: names(i18next),
  lodash: whole(() => import('lodash')),
  moment: whole(() => import('moment')),
  react: whole(() => import('react')),
  'react/jsx-runtime': whole(() => import('react/jsx-runtime')),
  'react-dom': whole(() => import('react-dom')),
  'react-redux': names(() => import('react-redux')),
  'react-router': names(() => import('react-router-dom-v5-compat')),
  'react-router-dom': names(() => import('react-router-dom')),
  redux: names(() => import('redux')),
  rxjs: names(() => import('rxjs')),
  'rxjs/operators': names(() => import('rxjs/operators')),
};
