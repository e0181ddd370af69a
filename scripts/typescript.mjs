// Lets Node run the TypeScript of this repository without a build: `node --import ./scripts/typescript.mjs bin/saashound.ts`.
// For development, tests and scripts only; what is published is built by tsc.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
