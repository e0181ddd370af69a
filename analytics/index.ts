// Written by `npm run generate`: do not edit.
import type { Analytic } from '../src/analytic.ts';

/** Every analytic, by id. */
export const ANALYTICS: readonly Analytic[] = [];
