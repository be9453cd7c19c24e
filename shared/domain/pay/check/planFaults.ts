import { compilePlan } from "../plan/compile";
import { componentFaults } from "./componentFaults";
import { failedExamples } from "./examples";
import { FormulaError } from "../formula";
import { exactOfDecimal, signOfExact } from "../numbers/number";
import { inputFaults } from "./inputFaults";
import { notComputed } from "./notComputed";
import { fault, type PlanFault } from "./planFault";
import { poolFaults } from "./poolFaults";
import { checkWeights } from "../plan/score";
import { tableFaults } from "./tableFaults";
import { versionFaults } from "./versionFaults";
import type { Plan } from "../types";

/** Names, units, tables, shares, references and examples of a plan. Empty: it can be published. */
export function planFaults(plan: Plan): PlanFault[] {
  const structural = [
    ...nameFaults(plan),
    ...notComputed(plan),
    ...poolFaults(plan),
    ...versionFaults(plan),
    ...tableFaultsOf(plan),
    ...referenceFaults(plan),
    ...scoreFaults(plan),
    ...inputFaults(plan),
  ];
  const broken = structural.some((fault) => fault.path.startsWith("tables."));
  // With broken tables nothing can be evaluated yet.
  return broken
    ? structural
    : [...structural, ...componentFaults(plan), ...formulaFaults(plan), ...exampleFaults(plan)];
}

function nameFaults(plan: Plan): PlanFault[] {
  const inputs = twice([...plan.inputs.map((one) => one.name), ...plan.tables.map((one) => one.name)]);
  const codes = twice(plan.components.map((component) => component.code));
  return [
    ...inputs.map((name) => fault(`inputs.${name}`, "name.twice", `「${name}」这个名字用了两次`)),
    ...codes.map((code) => fault(`components.${code}`, "code.twice", `项目编号「${code}」用了两次`)),
  ];
}

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

function tableFaultsOf(plan: Plan): PlanFault[] {
  return plan.tables.flatMap((table) =>
    tableFaults(table).map(({ code, row }) =>
      fault(
        `tables.${table.name}.rows.${row}`,
        code,
        `「${table.name}」第 ${row + 1} 行：档位要从低到高、首尾开放、没有空档和重叠`,
      ),
    ),
  );
}

function referenceFaults(plan: Plan): PlanFault[] {
  const codes = new Set(plan.components.map((component) => component.code));
  const faults: PlanFault[] = [];
  for (const rule of plan.stacking) {
    for (const code of rule.components.filter((one) => !codes.has(one))) {
      faults.push(fault(`stacking.${rule.name}`, "component.unknown", `叠加规则里没有项目「${code}」`));
    }
  }
  for (const input of plan.inputs) {
    if (input.kind !== "lines") continue;
    for (const code of input.components.filter((one) => !codes.has(one))) {
      faults.push(fault(`inputs.${input.name}`, "component.unknown", `「${input.name}」汇总的项目「${code}」不存在`));
    }
  }
  return [...faults, ...circleFaults(plan)];
}

/** Components whose lines need each other have no order in which they could be priced. */
function circleFaults(plan: Plan): PlanFault[] {
  const needs = new Map(compileSafely(plan).map(({ component, needs: codes }) => [component.code, codes]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (needs.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  return [...needs.keys()]
    .filter((code) => reaches(code, code, new Set()))
    .map((code) => fault(`components.${code}.amount`, "lines.circle", `「${code}」绕一圈用到了自己`));
}

function scoreFaults(plan: Plan): PlanFault[] {
  return plan.inputs.flatMap((input) => {
    if (input.kind !== "score") return [];
    const path = `inputs.${input.name}`;
    const faults: PlanFault[] = [];
    if (!checkWeights(input.items.map((item) => item.weight)).valid)
      faults.push(fault(path, "weights.not100", `「${input.name}」的权重加起来要正好是 100%`));
    for (const item of input.items) {
      const part = plan.inputs.find((other) => other.name === item.input);
      if (part === undefined || part.kind === "score")
        faults.push(fault(path, "input.unknown", `「${input.name}」里的「${item.input}」不是这个方案的指标`));
      if (!isPositive(item.weight) || (item.cap != null && !isPositive(item.cap)))
        faults.push(fault(path, "number.invalid", `「${item.input}」的权重和封顶都要是大于 0 的小数`));
    }
    return faults;
  });
}

const isPositive = (text: string): boolean => {
  const exact = exactOfDecimal(text);
  return exact !== null && signOfExact(exact) > 0;
};

function formulaFaults(plan: Plan): PlanFault[] {
  return compilePlan(plan).components.flatMap(({ component, faults }) =>
    faults.map(({ slot, error }) => ({
      ...fault(`components.${component.code}.${slot}`, error.code, error.message),
      from: error.from,
      to: error.to,
    })),
  );
}

function exampleFaults(plan: Plan): PlanFault[] {
  try {
    return failedExamples(plan).map(({ example, component }) =>
      fault(`examples.${example}`, "example.failed", `例子「${example}」里「${component}」算出来不一样`),
    );
  } catch (error) {
    if (error instanceof RangeError)
      return [fault("examples", "amount.tooLarge", "例子里的金额太大，没有办法精确到分")];
    if (!(error instanceof FormulaError)) throw error;
    return [fault("examples", error.code, error.message)];
  }
}

const compileSafely = (plan: Plan) => (tableFaultsOf(plan).length > 0 ? [] : compilePlan(plan).components);
