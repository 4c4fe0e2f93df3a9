// The arrows of the house: one sentence per rule. A lib imports libs on lower floors only; rooms on floor 2 meet in an app.
const lib = (names) => `^libs/(${names})/`;
const below = {
  kernel: '',
  regulation: 'kernel',
  licensing: 'regulation|kernel',
  casework: 'licensing|regulation|kernel',
  store: 'casework|licensing|regulation|kernel',
  queue: 'casework|licensing|regulation|kernel',
  documents: 'casework|licensing|regulation|kernel',
  gateways: 'casework|licensing|regulation|kernel',
};
const floorRules = Object.entries(below).map(([name, allowed]) => ({
  name: `${name}-looks-down-only`,
  comment: `libs/${name} may import ${allowed ? allowed.split('|').join(', ') : 'no other lib'}; nothing beside it, nothing above.`,
  severity: 'error',
  from: { path: lib(name) },
  to: { path: '^libs/', pathNot: lib(allowed ? `${name}|${allowed}` : name) },
}));
const only = (name, packages, rooms, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: rooms },
  to: { path: `^node_modules/(${packages})(/|$)` },
});

module.exports = {
  forbidden: [
    ...floorRules,
    { name: 'no-circles', comment: 'A circle is a wrong floor.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'public-surface',
      comment: 'The public surface of a lib is its src/index.ts, nothing deeper.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: '^libs/($2)/src/|^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'code-does-not-import-tests',
      comment: 'Only a test imports test/.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'libs-do-not-import-apps',
      comment: 'Arrows go down only.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'An app never imports another app.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'floor-0-is-pure',
      comment: 'Floor 0 imports no package but a YAML parser, a schema validator and decimals, and no Node module.',
      severity: 'error',
      from: { path: lib('kernel|regulation|licensing'), pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: '^node_modules/(yaml|zod|big\\.js|@types/big\\.js)/|^(node:)?crypto$',
      },
    },
    {
      name: 'floor-1-is-verbs',
      comment: 'Casework uses @Injectable of Nest and nothing else of it, and no outside room.',
      severity: 'error',
      from: { path: lib('casework'), pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: '^node_modules/(@nestjs/common|zod|reflect-metadata|minisearch)/' },
    },
    only('typeorm-in-store', 'typeorm', '^libs/store/', 'TypeORM only in store.'),
    only('queues-in-queue', 'bullmq|ioredis', '^libs/queue/', 'BullMQ and ioredis only in queue.'),
    only(
      'handlebars-in-documents',
      'handlebars',
      '^(libs/documents|apps/server)/',
      'Handlebars only in documents and the page renderer of the server.',
    ),
    only('network-in-gateways', 'nodemailer', '^libs/gateways/', 'Network clients only in gateways.'),
    { name: 'no-unresolved', comment: 'Each import resolves.', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['licet-source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
