/**
 * Results in the order of the tasks, while up to `concurrency` run at once. A task that fails gives its error in its
 * turn; the rest go on.
 */
export async function* inOrder<Result>(
	tasks: (() => Promise<Result>)[],
	concurrency: number,
): AsyncGenerator<Result | Error> {
	const running: Promise<Result | Error>[] = [];
	let next = 0;
	const start = () => {
		const task = tasks[next++];
		if (task)
			running.push(task().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))));
	};
	for (let i = 0; i < concurrency; i++) start();
	for (let first = running.shift(); first; first = running.shift()) {
		yield await first;
		start();
	}
}
