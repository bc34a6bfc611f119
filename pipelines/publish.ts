import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const asideOf = (target: string): string => `${target}.previous`;

/**
 * Put the finished folder `made` in the place of `target` by renames: a reader sees the old publication or the new one,
 * never a mixture. A run that died between the two renames is put right by the next `recover`.
 */
export async function publish(made: string, target: string): Promise<void> {
	await recover(target);
	await mkdir(dirname(target), { recursive: true });
	const aside = asideOf(target);
	if (existsSync(target)) await rename(target, aside);
	await rename(made, target);
	await rm(aside, { recursive: true, force: true });
}

/** Bring back the last good publication where a killed run had moved it aside. */
export async function recover(target: string): Promise<void> {
	const aside = asideOf(target);
	if (!existsSync(aside)) return;
	if (existsSync(target)) await rm(aside, { recursive: true, force: true });
	else await rename(aside, target);
}
