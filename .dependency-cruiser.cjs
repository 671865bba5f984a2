// Who may import whom. The same order stands in the project references; this file says it for every import.
const houses = '^(aggregation|exporter|dashboards|provisioning)/';

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
      to: { path: '^(exporter|dashboards|provisioning|test|bench|scripts)/' },
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
      to: { path: '^(exporter|dashboards|provisioning)/', pathNot: '^$1/' },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment:
        'A workspace is used by its name: what its index.ts does not export is its own affair.',
      from: { path: '^([^/]+)/' },
      to: {
        path: houses,
        pathNot: ['^$1/', '^[a-z]+/src/index[.]ts$', '^[a-z]+/dist/index[.](d[.]ts|js)$'],
      },
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
      from: { path: '^(aggregation|exporter|dashboards|provisioning)/src/', ...toSource },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: houses },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Every import leads somewhere.',
      from: {},
      to: { couldNotResolve: true },
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
