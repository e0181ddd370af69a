/** What a sign-in's error code says. */
export type SignInMeaning = 'success' | 'interrupt' | 'failure';

/**
 * Codes with which Entra interrupts a sign-in to ask for something more; the person usually goes on. No failures.
 * https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
 */
const INTERRUPTS: ReadonlySet<string> = new Set([
	'16000', // several accounts: choose one
	'50058', // no session yet
	'50072', // has to register for MFA
	'50074', // MFA asked
	'50076', // MFA asked by policy
	'50079', // has to register for MFA by policy
	'50097', // device authentication asked
	'50125', // password reset or registration asked
	'50140', // "stay signed in?"
	'50203', // registration postponed
	'65001', // consent asked
	'70043', // sign-in frequency reached
	'70044', // session ended by policy
]);

/** The meaning of an error code as text or digits: `0` and nothing are success. */
export function signInMeaning(code: string | undefined): SignInMeaning {
	if (code === undefined || code === '' || /^0+$/.test(code)) return 'success';
	return INTERRUPTS.has(code) ? 'interrupt' : 'failure';
}

/** Agent of the sign-in service itself, which writes consents down: not the person's. */
export const CONSENT_AGENT = 'EvoSTS';

const NOT_RISKY: ReadonlySet<string> = new Set(['low', 'none']);
const SETTLED: ReadonlySet<string> = new Set(['dismissed', 'confirmedsafe']);

/**
 * Whether a risk detection of Entra ID Protection calls for a look: of medium or high risk, or of one that is hidden without a licence, and not settled as
 * harmless since. Undefined where it does not.
 * Source: https://learn.microsoft.com/graph/api/resources/riskdetection
 */
export function riskAlert(level: string | undefined, state: string | undefined): true | undefined {
	return NOT_RISKY.has(level?.toLowerCase() ?? '') || SETTLED.has(state?.toLowerCase() ?? '') ? undefined : true;
}
