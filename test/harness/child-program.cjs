// A child app for the tests of process plumbing: reports that it is ready, then ends in the way its first argument names.
const { setImmediate, setInterval } = require('node:timers');
require('./register-ts.cjs');
const { onStopSignal } = require('../../libs/gateways/src/process/on-stop-signal.ts');
const { reportReady } = require('../../libs/gateways/src/process/child-app.ts');

const [manner] = process.argv.slice(2);
if (manner === 'fails') process.exit(3);
if (manner === 'deaf') process.on('SIGTERM', () => console.log('heard, but staying'));
else {
  let stops = 0;
  onStopSignal(async () => {
    console.log(`stopping ${++stops}`);
    await new Promise(setImmediate);
    if (manner === 'stumbles') throw new Error('could not close');
  });
}
setInterval(() => undefined, 60_000);
console.log('first\nsecond');
reportReady({ url: 'http://127.0.0.1:1' });
