#!/usr/bin/env node
// TypeScript runs as it stands: tsx is registered here, so that `node pipelines/tokens.js` and the installed bin are one.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv);
