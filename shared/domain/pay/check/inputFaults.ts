import { sumNamed } from "../facts/measures";
import { compare, exactOfDecimal, one, signOfExact, sumOf, zero } from "../numbers/number";
import { fault, type PlanFault } from "./planFault";
import type { Plan, PlanInput } from "../types";

/** What an input asks for and nobody can give. */
export const inputFaults = (plan: Plan): PlanFault[] => plan.inputs.flatMap(faultsOf);

function faultsOf(input: PlanInput): PlanFault[] {
  const path = `inputs.${input.name}`;
  if (input.kind === "layer") return layerFaults(input, path);
  if (!("of" in input)) return [];
  const faults: PlanFault[] = [];
  if (input.set !== undefined && input.of !== "partners" && input.of !== "shops")
    faults.push(
      fault(`${path}.set`, "set.noPartners", `「${input.name}」指定了一组伙伴或门店，只有伙伴和门店的指标能这样写`),
    );
  if (input.countBy !== undefined && (sumNamed(input.code)?.countBy ?? "money") === "money")
    faults.push(fault(`${path}.countBy`, "countBy.noCount", `「${input.name}」不是计数的指标，去掉计数方式`));
  return faults;
}

function layerFaults({ name, rule }: PlanInput & { kind: "layer" }, path: string): PlanFault[] {
  const shares = (rule?.shares ?? ["1"]).map((share) => exactOfDecimal(share) ?? zero);
  const isWhole = shares.every((share) => signOfExact(share) > 0) && compare(sumOf(shares), one) === 0;
  return isWhole
    ? []
    : [fault(`${path}.rule`, "shares.notWhole", `「${name}」每一层的比例都要大于 0，加起来正好是 100%`)];
}
