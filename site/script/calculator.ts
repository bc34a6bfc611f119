import { pricesOn } from '../calculator.ts';
import { planText, type Choice } from '../plan.ts';
import { dollars, percent, times, whole } from './dollars.ts';

/** The calculator: its fields are the state of the page, kept in the query, defaults left out (site.md 5). */
function calculator(form: HTMLFormElement): void {
	const output = form.querySelector('output');
	const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name], select[name]')];
	const defaults = new Map(fields.map(field => [field.name, field.value]));
	const field = (name: string) => fields.find(one => one.name === name);
	const number = (name: string) => Number(field(name)?.value);
	const text = (key: string) => form.dataset[key] ?? '';

	const read = () => {
		const query = new URLSearchParams(location.search);
		for (const one of fields) {
			one.value = query.get(one.name) ?? defaults.get(one.name) ?? '';
			// What a select does not list, or a number field cannot read, is no state.
			if (one.value === '') one.value = defaults.get(one.name) ?? '';
		}
	};
	const choice = (name: string): Choice => {
		const select = field(name) as HTMLSelectElement;
		const option = form.querySelector<HTMLOptionElement>(
			`select[name=premium] option[value="${CSS.escape(select.value)}"]`,
		);
		return { title: option?.text ?? '', prices: pricesOn(option?.dataset['prices'] ?? '', field('day')?.value ?? '') };
	};
	const answer = () => {
		if (!output) return;
		const plan = {
			work: {
				tokens: number('tokens'),
				input_share: number('input') / 100,
				cache_share: number('cache') / 100,
			},
			retries: number('retries'),
			tasks: number('tasks'),
			premium_share: number('share') / 100,
			target_usd: number('target'),
			budget_usd: number('budget'),
			weekly_growth: number('growth') / 100,
		};
		const sentences = form.checkValidity()
			? planText(plan, choice('premium'), choice('cheap'), {
					say: (key, values) => text(key).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
					dollars,
					percent,
					whole,
					times: ratio => times(ratio, text('times')),
				})
			: [text('invalid')];
		output.replaceChildren(
			...sentences.map(sentence => {
				const line = document.createElement('p');
				line.textContent = sentence;
				return line;
			}),
		);
	};
	const keep = () => {
		const query = new URLSearchParams(location.search);
		for (const { name, value } of fields) {
			if (value === defaults.get(name)) query.delete(name);
			else query.set(name, value);
		}
		const asked = query.toString().replaceAll('%2F', '/');
		const address = `${location.pathname}${asked ? `?${asked}` : ''}`;
		if (address === location.pathname + location.search) return;
		// A page opened from a folder may refuse: then the state is not in its address.
		try {
			history.pushState(null, '', address);
		} catch {
			return;
		}
	};
	form.addEventListener('input', answer);
	form.addEventListener('change', keep);
	form.addEventListener('submit', event => {
		event.preventDefault();
		keep();
		answer();
	});
	addEventListener('popstate', () => {
		read();
		answer();
	});
	read();
	answer();
}

const form = document.querySelector<HTMLFormElement>('form.calculator');
if (form) calculator(form);
