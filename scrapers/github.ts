import { z } from 'zod';
import type { Body } from './body.ts';
import { jsonOf } from './json.ts';
import type { Request } from './source.ts';

const Entries = z.array(z.object({ name: z.string().min(1), type: z.string() }));

/** Asks what lies in a folder of a public repository, `owner/name`; at most 1,000 entries are told. */
export const folderRequest = (repository: string, folder: string): Request => ({
	url: `https://api.github.com/repos/${repository}/contents/${folder}`,
	index: true,
});

/** The names in a folder as `folderRequest` was answered. Throws `ShapeError` for anything else. */
export const namesOf = (source: string, index: Body): string[] =>
	jsonOf(source, Entries, index).map(({ name }) => name);

/** A file as it stands on the default branch. */
export const fileAddress = (repository: string, path: string): string =>
	`https://raw.githubusercontent.com/${repository}/HEAD/${path}`;
