/** @type {import('jest').Config} */
export default {
	testEnvironment: 'node',
	// Generous: many tests start the program, and a busy machine must not fail them.
	testTimeout: 60_000,
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	extensionsToTreatAsEsm: ['.ts'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
	},
};
