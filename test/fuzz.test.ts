import fc from 'fast-check';
import { describe, it } from 'vitest';
import { fixtureOf } from '../pipelines/fixture.ts';
import { discover } from '../scrapers/discover.ts';
import { ShapeError } from '../scrapers/error.ts';
import { Row } from '../scrapers/source.ts';

const sources = await discover();
const runs = 60;

/** What a hand, a template or a broken client has been seen to put where a value was expected, and worse. */
const surprises: unknown[] = [
	null,
	-1,
	0,
	1e308,
	1e-320,
	Number.MAX_SAFE_INTEGER + 2,
	'',
	'-1',
	'NaN',
	'1e-7',
	'Infinity',
	'$0.10',
	'免费',
	'<script>alert(1)</script>',
	'__proto__',
	'2026-13-45',
	'x'.repeat(5_000),
	[],
	{},
	[[[]]],
	JSON.parse('{"__proto__":{"polluted":true}}'),
	true,
];

describe.each(sources.map(source => [source.id, source] as const))('%s', (id, source) => {
	/** Either rows that all fit their schema, no price below nothing or nothing by itself, or one named error. */
	const holds = (bytes: Uint8Array) => {
		try {
			for (const written of source.read({ url: `fixture:${id}`, bytes, media_type: '' })) {
				const row = Row.parse(written);
				if (row.record !== 'price') continue;
				if (row.amount?.startsWith('-')) throw new Error(`fuzz: a price below nothing: ${JSON.stringify(row)}`);
				if (row.status === 'listed' && Number(row.amount) === 0 && !/[1-9]/.test(row.amount ?? ''))
					throw new Error(`fuzz: a zero without a reason: ${JSON.stringify(row)}`);
			}
		} catch (error) {
			if (!(error instanceof ShapeError)) throw error;
			if (!error.message.startsWith(`${id}: `) || error.message.includes('\n'))
				throw new Error(`fuzz: unnamed error: ${error.message}`);
		}
		if ('polluted' in {}) throw new Error(`fuzz: ${id} changed what every object is`);
	};

	it('stands flipped and missing bytes', () => {
		const { bytes } = fixtureOf(source);
		const at = fc.nat(bytes.length - 1);
		fc.assert(
			fc.property(fc.array(fc.tuple(at, fc.nat(255)), { maxLength: 8 }), fc.nat(bytes.length), (flips, length) => {
				const changed = bytes.slice(0, length);
				for (const [place, byte] of flips) if (place < length) changed[place] = byte;
				holds(changed);
			}),
			{ numRuns: runs },
		);
	});

	it('stands a surprise in the place of any value', () => {
		const text = new TextDecoder().decode(fixtureOf(source).bytes);
		// a value is what stands between a colon, a bracket or a comma and the next: the same in JSON, modules and YAML
		const values = [...text.matchAll(/(?<=[:[,]\s*)("(?:[^"\\\n]|\\.)*"|[^\s"[\]{},:]+)/g)];
		if (values.length === 0) return holds(new TextEncoder().encode(text.slice(1)));
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.nat(values.length - 1), fc.constantFrom(...surprises)), { minLength: 1, maxLength: 4 }),
				replaced => {
					const places = new Map(replaced);
					const parts: string[] = [];
					let from = 0;
					for (const [i, value] of values.entries()) {
						if (!places.has(i)) continue;
						parts.push(text.slice(from, value.index), JSON.stringify(places.get(i)));
						from = value.index + value[0].length;
					}
					holds(new TextEncoder().encode(parts.join('') + text.slice(from)));
				},
			),
			{ numRuns: runs * 3 },
		);
	});

	it('stands any text at all', () => {
		fc.assert(
			fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary', maxLength: 200 })), text =>
				holds(new TextEncoder().encode(text)),
			),
			{ numRuns: runs },
		);
	});
});
