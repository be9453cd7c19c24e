import { daysOf, periodOf } from "../../time";
import type { Plan } from "../types";
import { fault, type PlanFault } from "./planFault";

/** What a version says of others that cannot be so: of the plan that it extends, and of the version that it corrects. */
export const versionFaults = (plan: Plan): PlanFault[] => [...parentFaults(plan), ...correctionFaults(plan)];

/** What goes before a second person is complete: the parts of the parent are in it, and it says in what it differs. */
function parentFaults({ code, extends: parent, leavesOut, differs }: Plan): PlanFault[] {
  if (parent === undefined)
    return leavesOut === undefined && differs === undefined
      ? []
      : [fault("extends", "extends.missing", "写明沿用哪个方案，才能说去掉它的哪些部分")];
  const [parentCode, version] = parent.split("@");
  if (!parentCode || !/^[1-9]\d*$/.test(version ?? ""))
    return [fault("extends", "extends.invalid", `沿用的方案「${parent}」要写成「方案编号@版本」`)];
  if (parentCode === code) return [fault("extends", "extends.itself", "方案不能沿用它自己的版本，直接改新版本就行")];
  return differs === undefined
    ? [fault("extends", "extends.unresolved", `沿用的方案「${parent}」没有发布过，合并不了；改成已发布的方案和版本`)]
    : [];
}

/** A correction takes the place of an older version from a day on on which that was paid by, and between two periods. */
function correctionFaults({ corrects, version, validFrom, components }: Plan): PlanFault[] {
  if (corrects === undefined) return [];
  const refused = (code: string, message: string) => fault("corrects", `corrects.${code}`, message);
  const isInside = components.some(
    (component) =>
      component.grain === "period" && daysOf(periodOf(corrects.from, component.period)).from !== corrects.from,
  );
  return [
    ...(corrects.version < version ? [] : [refused("version", "只能更正比它早的版本")]),
    ...(corrects.from === validFrom ? [] : [refused("from", "更正从哪天起，要和这个版本的生效日是同一天")]),
    ...(isInside ? [refused("insidePeriod", "更正要从一个结算期的第一天起，期中不能换规则")] : []),
    ...(corrects.reason.trim() === "" ? [refused("reason", "写明为什么要更正")] : []),
  ];
}
