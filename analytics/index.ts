// Written by `npm run generate`: do not edit.
import type { Analytic } from '../src/analytic.ts';
import { analytic as AN0132 } from './AN0132-mailbox-access/index.ts';
import { analytic as AN0339 } from './AN0339-account-removal/index.ts';
import { analytic as AN0732 } from './AN0732-bulk-repository-access/index.ts';
import { analytic as AN1349 } from './AN1349-app-abuse/index.ts';
import { analytic as AN1514 } from './AN1514-bulk-upload/index.ts';

/** Every analytic, by id. */
export const ANALYTICS: readonly Analytic[] = [AN0132, AN0339, AN0732, AN1349, AN1514];
