#!/usr/bin/env node
// The terminal front's entry, bundled to out/main/cli.js. What it can do is in commands.ts.
import { runCommandLine } from './command-line.ts'
import { Terminal } from './terminal.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), new Terminal(process))
