import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A version as a registry serves it; `stated` is the integrity it states where that is not the tarball's own. */
export type Served = { bytes: Uint8Array; time?: string; stated?: string; isMissing?: boolean };

export type Registry = {
	url: string;
	/** Paths asked for so far, in order. */
	asked: string[];
	packages: Record<string, Record<string, Served>>;
	close(): Promise<void>;
};

/** An npm registry on loopback: packuments and tarballs, and nothing else. */
export async function npmRegistry(packages: Registry['packages']): Promise<Registry> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const path = decodeURIComponent(request.url ?? '/');
		asked.push(path);
		const tarball = /^\/(.+)\/-\/(.+)\.tgz$/.exec(path);
		if (tarball) {
			const served = packages[tarball[1]!]?.[tarball[2]!];
			if (!served || served.isMissing) return void response.writeHead(404).end();
			return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(served.bytes);
		}
		const name = path.slice(1);
		const versions = packages[name];
		if (!versions) return void response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
		const origin = `http://${request.headers.host}`;
		response
			.writeHead(200, { 'content-type': 'application/json' })
			.end(JSON.stringify(packumentOf(name, versions, origin)));
	});
	await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		asked,
		packages,
		close: () => new Promise(closed => void (server.closeAllConnections(), server.close(() => closed()))),
	};
}

function packumentOf(name: string, versions: Record<string, Served>, origin: string): object {
	const entries = Object.entries(versions);
	return {
		name,
		'dist-tags': { latest: entries.at(-1)?.[0] },
		versions: Object.fromEntries(
			entries.map(([version, { bytes, stated }]) => [
				version,
				{
					name,
					version,
					dist: { tarball: `${origin}/${name}/-/${version}.tgz`, integrity: stated ?? integrityOf(bytes) },
				},
			]),
		),
		time: Object.fromEntries(entries.flatMap(([version, { time }]) => (time ? [[version, time]] : []))),
	};
}

export const integrityOf = (bytes: Uint8Array): string =>
	`sha512-${createHash('sha512').update(bytes).digest('base64')}`;
