#!/usr/bin/env node
import * as nodeModule from 'node:module';

// Node 22.1 and later keep compiled code between runs; older ones have no such function.
const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache');
if (typeof enable === 'function') enable();

const { main } = await import('../src/cli/main.ts');
await main(process.argv.slice(2));
