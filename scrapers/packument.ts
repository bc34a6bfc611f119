import { z } from 'zod';
import type { Body } from './body.ts';
import { jsonOf } from './json.ts';

/** What a registry says of a package: its versions, and when each was published as far as that registry knows. */
const Packument = z.object({
	name: z.string(),
	versions: z.record(z.string(), z.object({ dist: z.object({ integrity: z.string().optional() }).optional() })),
	time: z.record(z.string(), z.string()).default({}),
});
export type Packument = z.infer<typeof Packument>;

/** Throws `ShapeError`. */
export const packumentOf = (source: string, body: Body): Packument => jsonOf(source, Packument, body);
