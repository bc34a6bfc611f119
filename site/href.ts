/**
 * A relative link between two addresses of the site, so that it works at the root of a host, under a sub-path and from a
 * folder. Both begin with `/`; pages end with `/`.
 */
export function href(from: string, to: string): string {
	const [path = '/', anchor] = to.split('#', 2);
	const here = from.split('/').slice(1, -1);
	const there = path.split('/').slice(1);
	let shared = 0;
	while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
	const relative = '../'.repeat(here.length - shared) + there.slice(shared).join('/');
	return `${relative === '' && path !== from ? './' : relative || (anchor ? '' : './')}${anchor === undefined ? '' : `#${anchor}`}`;
}
