// Compiles the scanner's kernel (kernel/kernel.ts) to WebAssembly and writes it as text into src/scan/kernel.ts. `--check`: only says whether that is
// up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}src/scan/kernel.ts`;

const fresh = await compile();
if (process.argv.includes('--check')) {
	if (readFileSync(target, 'utf8') !== fresh) {
		process.stderr.write('src/scan/kernel.ts is stale: run npm run kernel\n');
		process.exit(1);
	}
} else writeFileSync(target, fresh);

/** The module's source text. The same kernel and compiler give the same bytes. */
async function compile() {
	let binary;
	const { error, stderr } = await asc.main(
		[
			...['kernel.ts', '--outFile', 'kernel.wasm', '--optimizeLevel', '3', '--shrinkLevel', '0', '--converge', '--noAssert'],
			...['--runtime', 'stub', '--enable', 'simd', '--initialMemory', '336', '--maximumMemory', '336', '--use', 'abort='],
		],
		{
			readFile: (name) => (name === 'kernel.ts' ? readFileSync(`${root}kernel/kernel.ts`, 'utf8') : null),
			writeFile: (name, content) => {
				if (name === 'kernel.wasm') binary = Buffer.from(content);
			},
			listFiles: () => [],
		},
	);
	if (error !== null || binary === undefined) throw new Error(`the kernel does not compile: ${stderr}`);
	const lines = binary.toString('base64').match(/.{1,120}/g);
	return `// Made by scripts/kernel.mjs from kernel/kernel.ts; do not edit.\n\n/** The compiled kernel: ${binary.length} bytes of WebAssembly, in base64. */\nexport const KERNEL = [\n${lines.map((line) => `\t'${line}',\n`).join('')}].join('');\n`;
}
