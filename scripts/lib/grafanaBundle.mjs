// What the bundles for browsers have in common: how our sources are read, and what Grafana gives to its plugins.

/** What Grafana 12.4 hands to plugins; of all else a plugin's bundle carries its own copy. */
export const GIVEN = [
  '@emotion/css',
  '@emotion/react',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
  'i18next',
  'lodash',
  'moment',
  'react',
  'react/jsx-runtime',
  'react-dom',
  'react-redux',
  'react-router',
  'redux',
  'rxjs',
  'rxjs/operators',
];

/** TypeScript with JSX, for browsers. */
export const typescript = {
  test: /\.tsx?$/,
  loader: 'builtin:swc-loader',
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
  },
};
