export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The promise: at most or at least so much. */
  most?: number;
  least?: number;
}

/** What one phone of ten years ago is slower than this machine: the factor that browsers' own tools use for "slow". */
export const oldPhoneFactor = 6;

/** How often each page is opened: `--runs 5`, else `usual`. */
export const runsAsked = (usual: number): number =>
  Number(process.argv[process.argv.indexOf("--runs") + 1] ?? usual) || usual;

/** The median of many runs after a warm-up, in milliseconds. */
export function medianMs(run: () => void, runs = 200): number {
  for (let done = 0; done < runs / 2; done += 1) run();
  const timesMs = Array.from({ length: runs }, () => {
    const startedMs = performance.now();
    run();
    return performance.now() - startedMs;
  });
  return timesMs.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
}

export const isKept = ({ value, most = Infinity, least = -Infinity }: Figure): boolean =>
  value <= most && value >= least;

export function figureText(figure: Figure): string {
  const bound = figure.most !== undefined ? `≤ ${figure.most}` : `≥ ${figure.least}`;
  return `${isKept(figure) ? "✓" : "✗"} ${figure.name}: ${figure.value.toFixed(2)} ${figure.unit} (promised ${bound})`;
}
