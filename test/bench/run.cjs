// Runs a bench or a soak from the sources on a PostgreSQL of its own with the product's settings: `node test/bench/run.cjs bench|soak [name]`.
// Standard output carries JSON lines and nothing else; whatever the product prints goes to standard error.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const out = 1;
process.stdout.write = process.stderr.write.bind(process.stderr);
require('reflect-metadata');
require('../harness/register-ts.cjs');
const { startEmbeddedPostgres } = require('../../libs/gateways/src/index.ts');
const programs = { bench: () => require('./bench.ts').bench, soak: () => require('./soak.ts').soak };

async function main([kind, name]) {
  const program = programs[kind];
  if (!program) throw new Error(`Name "bench" or "soak", not "${kind}".`);
  // The folder's name lets the next test run take away what a killed run left.
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `licet-test-${process.pid}-`));
  fs.chmodSync(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, flags: ['-c', 'max_connections=200'], ephemeral: true });
  let stopping;
  const stop = () => (stopping ??= server.stop().then(() => fs.rmSync(dataDir, { recursive: true, force: true })));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop().finally(() => process.exit(1)));
  process.env.LICET_TEST_PG_URL = server.ownerUrl;
  process.env.LICET_TEST_PG_APP_URL = server.appUrl;
  try {
    return await program()((line) => fs.writeSync(out, `${JSON.stringify(line)}\n`), name);
  } finally {
    await stop();
  }
}

main(process.argv.slice(2)).then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
