import { MultiBar, type SingleBar } from 'cli-progress';

/** What was done, of how much, and what is being done now. */
export type Progress = (done: number, of: number, what?: string) => void;

/** What a run tells its user: lines, faults, and how far long work is. */
export type Report = {
	line(text: string): void;
	/** To standard error. */
	fault(text: string): void;
	/** A bar on a terminal, a plain line now and then elsewhere; work that is quickly done shows neither. */
	progress(label: string): Progress;
	close(): void;
};

type Out = Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean };

/** Work is long from here on, and a plain line comes this often; milliseconds. */
const patience_ms = { bar: 700, line: 5_000 };

export function reportTo(out: Out, err: Out): Report {
	let bars: MultiBar | undefined;
	let shown = 0;

	function print(stream: Out, text: string): void {
		// a line written under a running bar would be overwritten
		if (bars && shown > 0 && (stream === out || err.isTTY)) bars.log(`${text}\n`);
		else stream.write(`${text}\n`);
	}

	function barProgress(label: string): Progress {
		const began = performance.now();
		let bar: SingleBar | undefined;
		return (done, of, what = '') => {
			if (bar === undefined && (done >= of || performance.now() - began < patience_ms.bar)) return;
			bars ??= new MultiBar({
				stream: out as NodeJS.WriteStream,
				format: '{label} {bar} {value}/{total} {what}',
				clearOnComplete: true,
				hideCursor: true,
				barsize: 24,
				linewrap: false,
			});
			if (bar === undefined) {
				bar = bars.create(of, done, { label, what });
				shown++;
			}
			bar.setTotal(of);
			bar.update(done, { label, what });
			if (done < of) return;
			bars.remove(bar);
			bar = undefined;
			shown--;
		};
	}

	function lineProgress(label: string): Progress {
		let last = performance.now();
		return (done, of, what = '') => {
			if (done >= of || performance.now() - last < patience_ms.line) return;
			last = performance.now();
			print(out, `${label}: ${done} of ${of}${what ? ` (${what})` : ''}`);
		};
	}

	return {
		line: text => print(out, text),
		fault: text => print(err, text),
		progress: out.isTTY ? barProgress : lineProgress,
		close: () => bars?.stop(),
	};
}

/** Says nothing: for tests and for callers that want the result only. */
export const silent: Report = { line() {}, fault() {}, progress: () => () => {}, close() {} };
