const { availableParallelism } = require('node:os');

const swc = (parser, transform) => [
  '@swc/jest',
  { jsc: { target: 'es2022', parser, transform, keepClassNames: true }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
];
module.exports = {
  rootDir: '.',
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'json', 'ts', 'node'],
  moduleNameMapper: { '^#([a-z]+)$': '<rootDir>/libs/$1/src' },
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }, { legacyDecorator: true, decoratorMetadata: true }),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  // ESM-only packages become CommonJS inside Jest; Jest's error names the package when one more is needed.
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@fastify/cookie|cookie|content-disposition|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit)/)',
  ],
  globalSetup: '<rootDir>/test/harness/global-setup.cjs',
  globalTeardown: '<rootDir>/test/harness/global-teardown.cjs',
  setupFiles: ['reflect-metadata', '<rootDir>/test/harness/fixed-seed.cjs'],
  testTimeout: 30000,
  // All test files share one PostgreSQL, whose connections bound the number of workers.
  maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
};
