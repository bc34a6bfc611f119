/** Exit codes of the command line. */
export const exit = {
	/** All done. */
	done: 0,
	/** Some source failed or is held, but a publication stands. */
	someFailed: 1,
	/** Wrong use: unknown verb or option, unreadable input. */
	wrongUse: 2,
	/** Audits refused to publish. */
	refused: 3,
} as const;

/** A fault of the caller, not of the run: exit 2. */
export class WrongUse extends Error {
	override name = 'WrongUse';
}
