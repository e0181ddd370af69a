import type { Target } from '../target.ts';
import { CONTEXT } from './context.ts';
import { EVIDENCE } from './evidence.ts';
import { PARSERS } from './parsers.ts';
import { RENDERERS } from './renderers.ts';
import { SCAN } from './scan.ts';
import { SOURCE_TARGETS } from './sources.ts';

/** Everything that is fuzzed. */
export const TARGETS: readonly Target[] = [...PARSERS, ...SCAN, ...SOURCE_TARGETS, ...EVIDENCE, ...RENDERERS, ...CONTEXT];
