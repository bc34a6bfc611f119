declare module '*?raw' {
	const text: string;
	export default text;
}

declare module 'subset-font' {
	type Axis = number | { min?: number; max?: number; default?: number };
	type Options = {
		targetFormat?: 'sfnt' | 'truetype' | 'woff' | 'woff2';
		variationAxes?: Record<string, Axis>;
		noHinting?: boolean;
		keepFeatures?: readonly string[];
	};
	export default function subset(font: Uint8Array, text: string, options?: Options): Promise<Uint8Array>;
}
