// Properties draw the same examples in every run; the long counts of `npm run soak` name seeds of their own.
const fc = require('fast-check');

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20260302 });
