import type { APIRoute } from 'astro';
import { assets, type Asset } from '../../assets.ts';

export const getStaticPaths = () =>
	Object.values(assets).map(asset => ({ params: { file: asset.name }, props: { asset } }));

export const GET: APIRoute<{ asset: Asset }> = ({ props: { asset } }) =>
	new Response(asset.body, { headers: { 'content-type': asset.type } });
