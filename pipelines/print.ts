/** Write to standard output; a reader that went away (`| head`) is no fault. */
export async function writeAll(lines: Iterable<string>): Promise<void> {
	for (const line of lines) {
		try {
			if (!process.stdout.write(line)) await new Promise(resume => process.stdout.once('drain', resume));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
			throw error;
		}
	}
}
