import { calculate, FormulaError } from "@shared/domain/pay/formula";
import { exactOfDecimal } from "@shared/domain/pay/numbers/number";

/** Values that make numbers grow: large primes, and what divides them. */
const values = Object.fromEntries(
  Object.entries({
    甲: "9007199254740881",
    乙: "9007199254740847",
    丙: "0.999999999999989",
    丁: "0",
    戊: "123456789012345678901234567890.123456789",
  }).map(([name, text]) => [name, exactOfDecimal(text)]),
);

const atoms = ["甲", "乙", "丙", "戊", "3", "7%", "0.333333333333333331", "9".repeat(60), "1.5万元"];
const joints = ["+", "−", "×", "÷", " > ", " = "];
const wraps = [
  "最大(#, 乙)",
  "四舍五入(#, 9)",
  "如果(# > 乙, #, 丙)",
  "(#)",
  "1 ÷ (#)",
  "限制(#, 丙, #)",
  "向下取整(#)",
  "−(#)",
];

/** Numbers in order from a seed, so that a search can be repeated. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** Milliseconds of processor time that a formula takes from text to value: the least of several tries, which others disturb least. */
export function costMs(formula: string, tries = 3): number {
  let least = Infinity;
  for (let done = 0; done < tries; done += 1) {
    const startedMs = cpuMs();
    try {
      calculate(formula, values);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
    }
    least = Math.min(least, cpuMs() - startedMs);
  }
  return least;
}

function mutated(formula: string, random: () => number): string {
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const at = Math.floor(random() * formula.length);
  switch (Math.floor(random() * 5)) {
    case 0:
      return `${formula}${pick(joints)}${pick(atoms)}`;
    case 1:
      return pick(wraps).replace(/#/g, () => formula);
    case 2:
      return `(${formula})${pick(joints)}(${formula.slice(0, at)}${pick(atoms)})`;
    case 3:
      return `${formula.slice(0, at)}${pick(atoms)}${pick(joints)}${formula.slice(at)}`;
    default:
      return `${formula.slice(0, at)}${formula.slice(at + Math.ceil(random() * 6))}`;
  }
}

/** What people have thought of as worst: chains and nests at every limit. */
const known = [
  Array.from({ length: 250 }, () => "甲").join("+"),
  Array.from({ length: 240 }, (_, at) => (at % 2 === 0 ? "甲" : "乙")).join("÷"),
  Array.from({ length: 120 }, () => "1÷甲").join("+"),
  Array.from({ length: 120 }, () => "乙÷甲").join("−"),
  `(${Array.from({ length: 25 }, () => "甲").join("×")})÷(${Array.from({ length: 25 }, () => "乙").join("×")})`,
  Array.from(
    { length: 9 },
    () =>
      `${Array.from({ length: 13 }, () => "甲").join("×")}÷${Array.from({ length: 12 }, () => "乙").join("÷")} > 丙`,
  ).join(" 且 "),
  `${"最大(甲, ".repeat(30)}1${")".repeat(30)}`,
  "9".repeat(2_000),
  `${"四舍五入(".repeat(15)}${Array.from({ length: 25 }, () => "甲").join("×")}÷乙${", 9)".repeat(15)}`,
];

/** Looks for the formula that costs most: hill climbing from what is known, with a fixed seed. */
export function mostExpensive(rounds: number, seed = 20_260_326): { formula: string; ms: number; tried: number } {
  const random = randomOf(seed);
  const pool = known.map((formula) => ({ formula, ms: costMs(formula) }));
  for (let round = 0; round < rounds; round += 1) {
    const parent = pool[Math.floor(random() * pool.length)];
    if (parent === undefined) break;
    const formula = mutated(parent.formula, random).slice(0, 2_000);
    const ms = costMs(formula);
    pool.push({ formula, ms });
    pool.sort((a, b) => b.ms - a.ms);
    pool.length = Math.min(pool.length, 40);
  }
  const [worst] = pool.map((one) => ({ ...one, ms: costMs(one.formula, 15) })).sort((a, b) => b.ms - a.ms);
  return { formula: worst?.formula ?? "", ms: worst?.ms ?? 0, tried: rounds + known.length };
}
