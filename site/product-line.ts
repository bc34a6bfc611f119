/** SQL: what models of one product line share, their id without numbers: `claude-opus-4.5` and `claude-opus-5`. */
export const productLine = (model: string): string =>
	`regexp_replace(regexp_replace(${model}, '-(preview|exp)', '', 'g'), '[0-9.]+', '', 'g')`;
