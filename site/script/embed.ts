/** Tells the page around an embedded chart how high it is, now and when that changes. */
export function reportHeight(): void {
	if (parent === window) return;
	const report = () =>
		parent.postMessage(
			{ source: 'token-observatory', height: Math.ceil(document.body.getBoundingClientRect().height) },
			'*',
		);
	new ResizeObserver(report).observe(document.body);
	report();
}
