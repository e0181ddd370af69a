import { loadProgram } from './load.ts';

// A thread of the built program: see `threadUrl` in src/hunt/crew.ts.
void loadProgram(import.meta.url).readingThread();
