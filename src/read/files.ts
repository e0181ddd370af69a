import * as fs from 'node:fs';
import { promisify } from 'node:util';

// What `node:fs/promises` has as well: that comes with the whole of readline and costs every start two milliseconds.

export const stat = promisify(fs.stat);
export const lstat = promisify(fs.lstat);
export const realpath = promisify(fs.realpath);
export const readdir = promisify(fs.readdir);
export const unlink = promisify(fs.unlink);
export const mkdtemp = promisify(fs.mkdtemp);
/** Gives the descriptor. */
export const open = promisify(fs.open);
export const fstat = promisify(fs.fstat);
export const read = promisify(fs.read);
export const close = promisify(fs.close);
/** Writes all of it. */
export const writeFile = promisify(fs.writeFile);
