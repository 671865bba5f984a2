import { availableParallelism } from 'node:os';

// Suites are told apart by place: unit tests lie beside their source, suites that start servers lie in test/.
const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** Browser code: JSX, and what Grafana's packages import that comes as ES modules only. */
const frontSwc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const common = {
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/test/patience.ts'],
  transform: { '^.+\\.ts$': swc, '/node_modules/(jose|pixelmatch)/.+\\.js$': swc },
  // These come as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(jose|pixelmatch)/)'],
  extensionsToTreatAsEsm: [],
  moduleNameMapper: {
    '^@gpuscope/(aggregation|access|exporter|dashboards|provisioning)$':
      '<rootDir>/$1/src/index.ts',
    '^@gpuscope/aggregation/(logs|scope)$': '<rootDir>/aggregation/src/$1/index.ts',
    '^@gpuscope/datasource/(backend|shared|protocol)$': '<rootDir>/datasource/$1/index.ts',
    '^@gpuscope/preview/server$': '<rootDir>/preview/server/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['/dist/'],
};

/** One worker even on small machines would run everything in a row, though suites with servers mostly wait. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** The front end in jsdom; runs with the unit tests. */
const front = {
  ...common,
  displayName: 'front',
  testEnvironment: 'jsdom',
  testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
  testMatch: ['<rootDir>/{datasource/src,plugin/src,preview/host}/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/datasource/src/testing/browser.ts'],
  transform: { '^.+\\.(tsx?|m?js)$': frontSwc },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    ...common.moduleNameMapper,
    '\\.(css|svg)$': '<rootDir>/datasource/src/testing/empty.ts',
  },
};

const suite = (displayName, testMatch) => ({ ...common, displayName, testMatch });

/** Log stores, each started when the first test file asks for it. */
const stores = {
  globalSetup: '<rootDir>/test/servers/stores/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/servers/stores/globalTeardown.mjs',
};

export default {
  maxWorkers,
  projects: [
    suite('unit', [
      '<rootDir>/{aggregation,access,exporter,dashboards,provisioning}/src/**/*.test.ts',
      '<rootDir>/datasource/{shared,protocol,backend}/**/*.test.ts',
      '<rootDir>/preview/server/**/*.test.ts',
      '<rootDir>/test/{guards,golden,world,servers}/**/*.test.ts',
      '<rootDir>/scripts/gpu/src/**/*.test.ts',
    ]),
    front,
    suite('prometheus', ['<rootDir>/test/prometheus/**/*.test.ts']),
    { ...suite('logs', ['<rootDir>/test/logs/**/*.test.ts']), ...stores },
    suite('plugin', ['<rootDir>/test/datasource/**/*.test.ts']),
    {
      ...suite('browser', ['<rootDir>/test/browser/**/*.test.ts']),
      globalSetup: '<rootDir>/test/browser/globalSetup.mjs',
      globalTeardown: '<rootDir>/test/browser/globalTeardown.mjs',
    },
    suite('exporter', ['<rootDir>/test/exporter/**/*.test.ts']),
    suite('nvml', ['<rootDir>/test/nvml/**/*.test.ts']),
    {
      ...suite('kubernetes', ['<rootDir>/test/kubernetes/**/*.test.ts']),
      globalSetup: '<rootDir>/test/servers/kubernetes/globalSetup.mjs',
      globalTeardown: '<rootDir>/test/servers/kubernetes/globalTeardown.mjs',
    },
    { ...suite('slow', ['<rootDir>/test/slow/**/*.test.ts']), ...stores },
  ],
};
