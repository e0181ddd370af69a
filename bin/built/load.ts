import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** What `program.cjs` exports: the whole program, made by scripts/bundle.mjs. */
export interface Program {
	main(args: readonly string[]): Promise<void>;
	/** Turns this thread into one that reads: see src/hunt/crew.ts. */
	readingThread(): Promise<unknown>;
}

/** Where the program is, beside a file of this folder as it is built. */
export function programPath(builtFile: string): string {
	return fileURLToPath(new URL('./program.cjs', builtFile));
}

/** Where the build puts what V8 made of the program: good for the version of Node.js that built it, and no other. */
export function cachePath(program: string): string {
	return program.replace(/\.cjs$/, `-${process.version}-${process.arch}.cache`);
}

/** The program, not run yet. V8 takes the compiled code only if it made it itself, in the same version, of a source as long. */
export function compiled(program: string, cachedData?: Buffer): Script {
	// The bundle is ASCII.
	const source = readFileSync(program, 'latin1');
	return new Script(`(function (exports, require, module, __filename) {${source}\n})`, {
		filename: program,
		...(cachedData !== undefined && { cachedData }),
	});
}

/** Runs a compiled program: it exports, and does nothing yet. */
export function started(script: Script, program: string): Program {
	const module: { exports: unknown } = { exports: {} };
	const run = script.runInThisContext() as (...args: readonly unknown[]) => void;
	run(module.exports, nodeModule.createRequire(program), module, program);
	return module.exports as Program;
}

/**
 * The program beside a file of this folder as it is built. Most of the time of a small hunt goes into compiling: what was compiled is kept by the
 * build, and where another version of Node.js built it by Node.js itself, from 22.1 on.
 */
export function loadProgram(builtFile: string): Program {
	const program = programPath(builtFile);
	if (existsSync(cachePath(program))) {
		return started(compiled(program, readFileSync(cachePath(program))), program);
	}
	const enable: unknown = Reflect.get(nodeModule, 'enableCompileCache');
	if (typeof enable === 'function') enable();
	return nodeModule.createRequire(builtFile)(program) as Program;
}
