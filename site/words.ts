import { en } from './words/en.ts';

/** Every sentence of the site has a key; each language is a record over the same keys. */
export type Key = keyof typeof en;
export type WordList = Readonly<Record<Key, string>>;
/** The text of a key with `{name}` filled in; throws on a placeholder left empty. */
export type Words = (key: Key, args?: Readonly<Record<string, string | number>>) => string;

export function speak(list: WordList): Words {
	return (key, args = {}) =>
		list[key].replace(/\{(\w+)\}/g, (_, name: string) => {
			const value = args[name];
			if (value === undefined) throw new Error(`words: missing value of ${key}: ${name}`);
			return String(value);
		});
}

export const english: Words = speak(en);
