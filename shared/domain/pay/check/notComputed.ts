import { fault, type PlanFault } from "./planFault";
import type { Component, Plan } from "../types";

/**
 * What a plan can be written with and the engine does not compute: such a plan is not published, so that nobody is paid by a rule that does
 * nothing. Whoever makes the engine compute one of these takes its line away.
 */
export function notComputed(plan: Plan): PlanFault[] {
  return [...plan.components.flatMap(ofComponent)];
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

function ofComponent(component: Component): PlanFault[] {
  const path = `components.${component.code}`;
  const refuse = (key: string, is: boolean, what: string) => refusedWhere(`${path}.${key}`, is && what);
  return [...refuse("grant", component.grant !== undefined, "奖励的次数和间隔限制")];
}
