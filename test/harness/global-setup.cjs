// One embedded PostgreSQL for the whole run, in a folder of its own that goes away with it; tests find it by LICET_TEST_PG_URL.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
require('reflect-metadata');
require('./register-ts.cjs');
const { startEmbeddedPostgres } = require('../../libs/gateways/src/index.ts');

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
const FOLDER = /^licet-test-(\d+)-/;

module.exports = async () => {
  await removeLeftovers();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), `licet-test-${process.pid}-`));
  fs.chmodSync(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, flags: FAST.flatMap((setting) => ['-c', setting]), ephemeral: true });
  globalThis.__licetTestPostgres = {
    stop: async () => {
      await server.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void globalThis.__licetTestPostgres.stop().finally(() => process.exit(1)));
  }
  process.env.LICET_TEST_PG_URL = server.ownerUrl;
  process.env.LICET_TEST_PG_APP_URL = server.appUrl;
};

// A run that was killed leaves its server and its folder; the next run takes both away.
async function removeLeftovers() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    const dataDir = path.join(os.tmpdir(), name);
    if (!isOwn(dataDir)) continue;
    if (fs.existsSync(path.join(dataDir, 'postgres/data/postmaster.pid'))) {
      await startEmbeddedPostgres({ dataDir, ephemeral: true }).then(
        (left) => left.stop(),
        (error) => console.warn(`A database of a killed test run could not be stopped: ${error.message}`),
      );
    }
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isOwn(folder) {
  const found = fs.lstatSync(folder);
  return found.isDirectory() && (!process.getuid || found.uid === process.getuid());
}
