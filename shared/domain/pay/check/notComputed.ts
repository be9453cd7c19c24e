import { fault, type PlanFault } from "./planFault";
import type { Component, FactFilter, FactKind, Plan, PlanInput } from "../types";

/**
 * What a plan can be written with and the engine does not compute: such a plan is not published, so that nobody is paid by a rule that does
 * nothing. Whoever makes the engine compute one of these takes its line away.
 */
export function notComputed(plan: Plan): PlanFault[] {
  return [
    ...refusedWhere("subject", plan.subject === "team" && "团队方案"),
    ...refusedWhere("corrects", plan.corrects !== undefined && "更正版本"),
    ...refusedWhere("differs", plan.differs !== undefined && "与上级方案的差异"),
    ...plan.inputs.flatMap(ofInput),
    ...plan.components.flatMap(ofComponent),
  ];
}

const refusedWhere = (path: string, what: string | false): PlanFault[] =>
  what === false
    ? []
    : [
        fault(
          path,
          "notComputed",
          `现在还算不了「${what}」。这个方案发布不了，去掉它才能提交；要用到它的部分先另外核算`,
        ),
      ];

function ofInput(input: PlanInput): PlanFault[] {
  const path = `inputs.${input.name}`;
  const refuse = (key: string, is: boolean, what: string) => refusedWhere(`${path}.${key}`, is && what);
  switch (input.kind) {
    case "param":
      return refuse("holder", input.holder !== undefined, "指定归谁的参数");
    case "layer":
      return refuse("rule", input.rule !== undefined, "系统自动划分层级");
    case "score":
    case "lines":
      return [];
    default:
      return [
        ...refuse("countBy", input.countBy !== undefined, "指定计数方式"),
        ...refuse("set", input.set !== undefined, "指定的伙伴或门店"),
        ...refuse("level", input.level !== undefined && input.level !== "target", "挑战目标和冲刺目标"),
        ...ofFilter(path, input.filter),
      ];
  }
}

const ofFilter = (path: string, filter: FactFilter | undefined): PlanFault[] =>
  refusedWhere(`${path}.filter`, filter?.course !== undefined && "按课程筛选");

const kindNames: Partial<Record<FactKind, string>> = {
  value: "按导入的数值逐条算",
  manual: "按手工调整逐条算",
  ruling: "按申诉结果逐条算",
  handover: "按客户交接逐条算",
  leave: "按请假逐条算",
  training: "按培训逐条算",
};

function ofComponent(component: Component): PlanFault[] {
  const path = `components.${component.code}`;
  const refuse = (key: string, is: boolean, what: string) => refusedWhere(`${path}.${key}`, is && what);
  const common = [
    ...refuse("grant", component.grant !== undefined, "奖励的次数和间隔限制"),
    ...refuse("onLeave", component.onLeave !== undefined, "离职后的发放规则"),
    ...refuse("recoverable", component.recoverable !== undefined, "预支"),
  ];
  if (component.grain === "event")
    return [
      ...common,
      ...refusedWhere(`${path}.on`, kindNames[component.on] ?? false),
      ...ofFilter(path, component.filter),
    ];
  return [...common, ...refuse("pool", component.pool !== undefined, "团队奖金池")];
}
