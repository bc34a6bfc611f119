import { describe, expect, it } from 'vitest';
import { atOnce, byThing } from '../site/at-once.ts';
import { charts } from '../site/charts.ts';
import { openPublication } from '../site/data.ts';
import { published } from './publication.ts';

describe('rows of things', () => {
	it('one query for one thing is one query for all', () => {
		expect(atOnce('select model, x from t where t.model = $id and y order by x')).toEqual({
			sql: 'select model, x from t where t.model is not null and y order by x',
			column: 'model',
		});
	});

	it('a query that cannot be read for all is asked one by one', () => {
		for (const sql of [
			'select x from t',
			'select model from t where model = $id limit 5',
			'select model from t where model = $id or title = $id',
			'select model from t where lower($id) = model',
		])
			expect(atOnce(sql), sql).toBeNull();
		expect(byThing([{ x: 1 }], 'model')).toBeNull();
		expect(byThing([], 'model')?.size).toBe(0);
	});

	it('the rows of one are the same, read with all or alone', async () => {
		const folder = published().replace(/tokens\.duckdb$/, '');
		const [together, alone] = [await openPublication(folder), await openPublication(folder)];
		const keys = { model: 'mart_model__model', lab_slug: 'mart_lab__lab', event_id: 'mart_event__day' } as const;
		let compared = 0;
		for (const chart of charts.filter(one => one.of)) {
			for (const sql of Object.values(chart.query)) {
				const column = atOnce(sql)?.column as keyof typeof keys | undefined;
				if (!column || !(column in keys)) continue;
				const ids = (
					await together.rows<{ id: string }>(
						`select ${column} as id from ${keys[column]} order by md5(${column}) limit 12`,
					)
				).map(row => row.id);
				for (const id of [...ids, 'no/such thing']) {
					// `$id::varchar` is the same question in a form that is asked one by one.
					expect(await together.rows(sql, id), `${chart.id}: ${id}`).toEqual(
						await alone.rows(sql.replace('= $id', '= cast($id as varchar)'), id),
					);
					compared += 1;
				}
			}
		}
		expect(compared).toBeGreaterThan(0);
	});
});
