// Loads the TypeScript program that its first argument names.
require('reflect-metadata');
require('../harness/register-ts.cjs');
require(process.argv[2]);
