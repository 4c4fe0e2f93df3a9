// Ends the run's database and removes its folder.
module.exports = async () => {
  await globalThis.__licetTestPostgres?.stop();
};
