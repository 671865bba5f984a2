// Who may import whom. The same order stands in the project references; this file says it for every import.
const houses = '^(aggregation|access|exporter|datasource|dashboards|plugin|preview|provisioning)/';

const doors = [
  '^[a-z]+/src/index[.]ts$',
  '^[a-z]+/dist/index[.](d[.]ts|js)$',
  '^aggregation/(src|dist)/(logs|scope)/index[.](ts|d[.]ts|js)$',
  '^datasource/(dist/)?(backend|shared|protocol)/index[.](ts|d[.]ts|js)$',
  '^preview/(dist/)?server/index[.](ts|d[.]ts|js)$',
];

const toSource = { pathNot: '[.]test[.]ts$' };

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two files are one; part them by what they know.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'aggregation-is-the-ground-floor',
      severity: 'error',
      comment: 'The library imports nothing else of this repository.',
      from: { path: '^aggregation/' },
      to: {
        path: '^(access|exporter|datasource|dashboards|plugin|preview|provisioning|test|bench|scripts)/',
      },
    },
    {
      name: 'aggregation-does-no-io',
      severity: 'error',
      comment: 'It runs in browsers too: no Node built-ins outside its tests.',
      from: { path: '^aggregation/src/', ...toSource },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'neighbours-do-not-meet',
      severity: 'error',
      comment:
        'exporter, dashboards and provisioning share what lies in aggregation, nothing else.',
      from: { path: '^(exporter|dashboards|provisioning)/' },
      to: {
        path: '^(access|exporter|datasource|dashboards|plugin|preview|provisioning)/',
        pathNot: '^$1/',
      },
    },
    {
      name: 'access-stands-on-aggregation',
      severity: 'error',
      comment: 'Who may see what is asked by data source and gate; it knows neither.',
      from: { path: '^access/' },
      to: { path: '^(exporter|datasource|dashboards|plugin|preview|provisioning)/' },
    },
    {
      name: 'datasource-stands-on-access-and-aggregation',
      severity: 'error',
      comment: 'It is neither exporter nor boards.',
      from: { path: '^datasource/' },
      to: { path: '^(exporter|dashboards|plugin|preview|provisioning)/' },
    },
    {
      name: 'plugin-stands-on-dashboards',
      severity: 'error',
      comment: 'The app draws boards and asks the log source by its public query; it is no server.',
      from: { path: '^plugin/' },
      to: { path: '^(access|exporter|preview|provisioning|datasource/(src|backend))/' },
    },
    {
      name: 'preview-mounts-what-is-built',
      severity: 'error',
      comment: 'The preview loads the plugins as Grafana does: as files, unchanged.',
      from: { path: '^preview/' },
      to: { path: '^(access|exporter|dashboards|plugin|provisioning|datasource/(src|backend))/' },
    },
    {
      name: 'front-and-back-meet-in-shared',
      severity: 'error',
      comment:
        'A type that both need lies in datasource/shared; all else of one is hidden from the other.',
      from: {
        path: '^datasource/(src|backend|shared|protocol)/',
        pathNot: '^datasource/protocol/.*[.]test[.]ts$',
      },
      to: { path: '^datasource/(src|backend)/', pathNot: '^datasource/$1/' },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment:
        'A workspace is used by its name: what its index.ts does not export is its own affair.',
      from: { path: '^([^/]+)/', pathNot: '^test/' },
      to: { path: houses, pathNot: ['^$1/', ...doors] },
    },
    {
      name: 'tests-through-the-door',
      severity: 'error',
      comment:
        'Suites use workspaces by their names, and the helpers that unit tests have beside the source.',
      from: { path: '^test/' },
      to: { path: houses, pathNot: [...doors, '/testing/', '/testing[.]ts$'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'What ships knows nothing of test/ and of no test beside it.',
      from: { pathNot: ['^test/', '[.]test[.]ts$'] },
      to: { path: ['^test/', '[.]test[.]ts$'] },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      comment: 'What ships imports what its own package.json lists under dependencies.',
      from: {
        path: '^((aggregation|access|exporter|dashboards|provisioning)/src|datasource/(shared|protocol|backend))/',
        pathNot: [toSource.pathNot, '/testing/'],
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: houses },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Every import leads somewhere.',
      from: {},
      // `inside` is an alias of the preview's bundler, to files past the doors of Grafana's packages.
      to: { couldNotResolve: true, pathNot: '^@grafana/(runtime|i18n)/inside/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['gpuscope-source', 'import', 'node', 'default', 'types'],
    },
  },
};
