import { InvalidArgumentError, Option } from 'commander';

/** Where a verb leaves its exit code. */
export type End = (code: number) => void;

export const ids = (text: string): string[] =>
	text
		.split(',')
		.map(id => id.trim())
		.filter(Boolean);
export const onlyOption = () =>
	new Option('--only <ids>', 'these sources only, due or not (comma separated)').argParser(ids);
export const replayOption = () =>
	new Option('--replay <url>', 'send every request to this origin instead, as /<host>/<path>');
export const dayOption = (flag: string, which: string) =>
	new Option(`${flag} <day>`, `${which} day wanted, YYYY-MM-DD`).argParser(text => {
		if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
			throw new InvalidArgumentError(`expected a day: ${text}`);
		return text;
	});
export const whole = (text: string): number => {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError(`expected a whole number: ${text}`);
	return number;
};
export const percentage = (text: string): number => {
	const number = Number(text);
	if (text.trim() === '' || !Number.isFinite(number) || number < -100)
		throw new InvalidArgumentError(`expected a percentage: ${text}`);
	return number;
};
