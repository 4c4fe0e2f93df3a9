#!/usr/bin/env node
// `licet`: the commands of an installation.
import 'reflect-metadata';
import { runCommandLine } from './command-line';
import { processTerminal } from './terminal';

void runCommandLine(process.argv.slice(2), processTerminal).then((code) => {
  process.exitCode = code;
});
