/** In place of `hysnappy`, which starts WebAssembly as it is imported: the policy of the page forbids that, and our files are zstd. */
export const snappyUncompress = (): never => {
	throw new Error('parquet: unsupported compression: snappy');
};
export const snappyUncompressor = () => snappyUncompress;
