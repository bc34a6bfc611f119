import type { APIRoute } from 'astro';
import type { Asset } from '../../../assets.ts';
import { exploreAssets } from '../../../explore-assets.ts';

export const getStaticPaths = () =>
	Object.values(exploreAssets).map(asset => ({ params: { file: asset.name }, props: { asset } }));

export const GET: APIRoute<{ asset: Asset }> = ({ props: { asset } }) =>
	new Response(asset.body, { headers: { 'content-type': asset.type } });
