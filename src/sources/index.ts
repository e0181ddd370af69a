// Written by `npm run generate`: do not edit.
import type { Source } from '../model/source.ts';
import { box } from './box/index.ts';
import { entra } from './entra/index.ts';
import { github } from './github/index.ts';
import { gitlab } from './gitlab/index.ts';
import { googleWorkspace } from './google_workspace/index.ts';
import { m365 } from './m365/index.ts';
import { okta } from './okta/index.ts';
import { salesforce } from './salesforce/index.ts';
import { slack } from './slack/index.ts';
import { zoom } from './zoom/index.ts';

/** Every platform that can be read, by id. */
export const SOURCES: readonly Source[] = [box, entra, github, gitlab, googleWorkspace, m365, okta, salesforce, slack, zoom];
