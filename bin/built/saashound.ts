#!/usr/bin/env node
import { loadProgram } from './load.ts';

void loadProgram(import.meta.url).main(process.argv.slice(2));
