/** A button that fetches a library and names its size: shown where script runs, and asked once. */
export function loadOnClick(button: HTMLButtonElement): void {
	button.hidden = false;
	button.addEventListener(
		'click',
		() => {
			button.disabled = true;
			const script = document.createElement('script');
			script.src = button.dataset['load'] ?? '';
			script.addEventListener('error', () => (button.disabled = false));
			document.head.append(script);
		},
		{ once: true },
	);
}
