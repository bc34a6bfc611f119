import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

let count = 0;

/**
 * Write a file so that a reader sees all of it or none of it, whenever the process dies: a temporary name in `partials`
 * (same file system), flushed to disk, renamed. The owner's process id is in the temporary name so that what a killed
 * process left can be swept.
 */
export function writeDurably(partials: string, file: string, bytes: Uint8Array): void {
	mkdirSync(partials, { recursive: true });
	mkdirSync(dirname(file), { recursive: true });
	const partial = join(partials, `${process.pid}-${++count}.partial`);
	const handle = openSync(partial, 'w');
	try {
		let written = 0;
		while (written < bytes.length) written += writeSync(handle, bytes, written);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	renameSync(partial, file);
	flushFolder(dirname(file));
}

/** Remove what processes that no longer run have left in `partials`. */
export function sweep(partials: string): void {
	let left: string[];
	try {
		left = readdirSync(partials);
	} catch {
		return;
	}
	for (const name of left) {
		const owner = Number.parseInt(name, 10);
		if (owner !== process.pid && !isRunning(owner)) rmSync(join(partials, name), { force: true });
	}
}

function isRunning(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** A rename survives a power cut only once its folder is flushed; some systems cannot open a folder, and do without. */
function flushFolder(folder: string): void {
	let handle: number;
	try {
		handle = openSync(folder, 'r');
	} catch {
		return;
	}
	try {
		fsyncSync(handle);
	} catch {
		// not every file system flushes folders
	} finally {
		closeSync(handle);
	}
}
