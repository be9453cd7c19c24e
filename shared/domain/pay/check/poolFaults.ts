import { compare, exactOfDecimal, zero } from "../numbers/number";
import type { Component, Plan, PlanInput, PoolRule } from "../types";
import { fault, type PlanFault } from "./planFault";

/** What keeps a team's amounts from being computed or divided, and others from being the member's own. */
export function poolFaults(plan: Plan): PlanFault[] {
  if (plan.subject !== "team")
    return plan.components.flatMap((component) =>
      component.grain === "period" && component.pool !== undefined
        ? [fault(pathOf(component), "pool.ofMember", `「${component.name}」由团队分，要写在团队方案里`)]
        : [],
    );
  return [...plan.inputs.flatMap(inputFaults), ...plan.components.flatMap(componentFaultsOf)];
}

const pathOf = ({ code }: Component): string => `components.${code}.pool`;

/** A team's plan looks at the team, not at one of its members. */
function inputFaults(input: PlanInput): PlanFault[] {
  const isOwn = ("of" in input && input.of === "member") || input.kind === "layer";
  const message = `团队方案里的「${input.name}」要用团队、分公司或公司的数，不能用个人的`;
  return isOwn ? [fault(`inputs.${input.name}`, "pool.ownInput", message)] : [];
}

function componentFaultsOf(component: Component): PlanFault[] {
  const path = pathOf(component);
  const { name } = component;
  if (component.grain !== "period" || component.pool === undefined)
    return [fault(path, "pool.missing", `团队方案里的「${name}」要按月、季或年算，并写明怎么分给成员`)];
  const faults = ruleFaults(component.pool).map(([code, message]) => fault(path, code, `「${name}」${message}`));
  if (component.basis !== undefined)
    faults.push(
      fault(`components.${component.code}.basis`, "pool.basis", `「${name}」由团队分，不能再分摊到个人的单子`),
    );
  if (component.pay?.some(({ when }) => when !== "earned" && when !== "date"))
    faults.push(
      fault(`components.${component.code}.pay`, "pool.pay", `「${name}」不对应单笔销售，只能算定后发或按约定的日子发`),
    );
  return faults;
}

function ruleFaults({ give, by, code, weights = {}, members }: PoolRule): [code: string, message: string][] {
  const faults: [string, string][] = [];
  if (give === "each" && by !== "equal") faults.push(["pool.eachEqual", "每人一份的，不用写怎么分"]);
  if ((by === "share") !== (code !== undefined)) faults.push(["pool.code", "按指标分要写明是哪个指标，其他分法不写"]);
  const decimals = Object.values(weights).map(exactOfDecimal);
  const isWeighted = decimals.length > 0 && decimals.every((one) => one !== null && compare(one, zero) > 0);
  if (by === "fixed" && !isWeighted) faults.push(["pool.weights", "按约定的份额分，要写明每人的份额，都大于 0"]);
  if (by !== "fixed" && decimals.length > 0) faults.push(["pool.weights", "只有按约定的份额分才写每人的份额"]);
  if (members !== undefined && !(Number.isInteger(members.daysMin) && members.daysMin >= 0 && members.daysMin <= 31))
    faults.push(["pool.members", "在团队的天数要是 0 到 31 的整数"]);
  return faults;
}
