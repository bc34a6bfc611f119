import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const inside = new BlockList();
for (const [network, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['224.0.0.0', 3],
] as const) {
	inside.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
	['::', 127],
	['fc00::', 7],
	['fe80::', 10],
	['ff00::', 8],
] as const) {
	inside.addSubnet(network, bits, 'ipv6');
}

/** Whether a host name or address lies inside this machine or its network. Names are judged by their form only. */
export function isPrivate(host: string): boolean {
	const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
	const family = isIP(bare);
	if (family !== 0) return inside.check(bare, family === 4 ? 'ipv4' : 'ipv6');
	return bare === '' || !bare.includes('.') || /\.(local|localhost|internal|home\.arpa)\.?$/.test(bare);
}

/** A DNS lookup that refuses private answers, so that a redirect cannot be led inside by a public name. */
export const publicLookup: LookupFunction = (host, options, done) => {
	lookup(host, { ...options, all: true }, (error, addresses) => {
		if (error) return done(error, '', 0);
		const [first] = addresses;
		if (!first || addresses.some(({ address }) => isPrivate(address))) {
			return done(Object.assign(new Error('private address'), { code: 'EPRIVATE' }), '', 0);
		}
		if (options.all) return (done as unknown as (error: null, all: typeof addresses) => void)(null, addresses);
		done(null, first.address, first.family);
	});
};
