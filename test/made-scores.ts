import type { ScoreInput } from '../scrapers/source.ts';
import { ask, price, type Made, type MadeLook } from './made.ts';

const models = [
	'acme/acme-1,Acme,acme,1,base,Acme 1,2026-01-01,test,false,400,,test',
	'acme/acme-2,Acme,acme,2,base,Acme 2,2026-01-01,test,false,70,,test',
	'baidian/baidian-1,Baidian,baidian,1,base,Baidian 1,2026-01-01,test,true,200,20,test',
];
const capability_items = [
	'choice,Choice,136,0.12,0.25,,test',
	'math,Math,128,0.18,0,hub:math,test',
	'exam,Exam,138,0.24,0,,test',
	'aider-polyglot,Aider polyglot,139,0.18,0,,test',
];
const capability_levels = ['aider-polyglot,50,true,,test', 'choice,32,true,,test'];
/** A run of the Aider board on 5 January 2026, unless told otherwise. */
export const score = (model: string, amount: string, more: Partial<ScoreInput> = {}): ScoreInput => ({
	record: 'score',
	benchmark: 'aider-polyglot',
	model,
	score: amount,
	unit: 'percent',
	scored_on: '2026-01-05',
	tasks: 225,
	...more,
});
/** A look at the Aider board on 6 January 2026. */
export const board = (...rows: ScoreInput[]): MadeLook => ({ source: 'aider-polyglot', on: '2026-01-06', rows });
/** A look at a price sheet: input and output of each model at one price. */
export const sheet = (on: string, ...prices: [string, string][]): MadeLook => ({
	source: 'sheet',
	on,
	rows: prices.flatMap(([model, amount]) => [
		price(model.split('-')[0]!, model, 'input', amount),
		price(model.split('-')[0]!, model, 'output', amount),
	]),
});
/** Rows of a query over the models it reads, with two US models and a Chinese one, four items and two levels. */
export const asked = <Row = Record<string, unknown>>(input: Made, sql: string): Promise<Row[]> =>
	ask<Row>({ ...input, seeds: { models, capability_items, capability_levels, ...input.seeds } }, sql);
