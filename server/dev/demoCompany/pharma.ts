import { pharmaCompanyPerVisit } from "@shared/domain/pay/plans";
import type { MemberActor } from "@shared/domain/actor";
import type { Plan } from "@shared/domain/pay";
import { addDays, type BusinessDay, weekdayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { setVisitTarget } from "../../features/visitTargets";
import { type DemoCustomer, hospital } from "./customers";
import { at, type PastVisit } from "./history";
import { demoPeriod } from "./march";

/*
 * 医药企业: 王芳 sees doctors in three hospitals. Each effective visit pays 50 yuan, and a tenth of her score is visits, of which ten a week
 * are expected. The rest of the company is the small demo's.
 */

export const pharmaRepId = "wangfang";
const pharmaTeamId = "u4";
const visitsPerWeek = 10;

export const pharmaCustomers: DemoCustomer[] = [
  hospital("c-kangning", "康宁医院", ["门诊楼", "越秀区中山二路 烈士陵园旁", 23.127236, 113.279498], pharmaRepId),
  hospital("c-ruihe", "瑞和医院", ["住院部", "越秀区东风西路 流花湖公园旁", 23.133056, 113.249722], pharmaRepId),
  hospital("c-anji", "安济医院", ["地下药房", "海珠区江南大道 江南西站旁", 23.093611, 113.266944], pharmaRepId),
];

/**
 * The catalogue's plan with what the company has: it keeps no collections, so that sales weigh 90 % in place of 70 and 20, and the base of the
 * bonus stands in the formula.
 */
export function pharmaPlan(): Plan {
  const { inputs, components } = pharmaCompanyPerVisit;
  const left = ["回款完成率", "奖金基数"];
  return {
    ...pharmaCompanyPerVisit,
    validFrom: "2026-01-01",
    scope: { members: [pharmaRepId] },
    inputs: inputs
      .filter(({ name }) => !left.includes(name))
      .map((input) => {
        if (input.kind !== "score") return input;
        const items = [
          { input: "销售完成率", weight: "0.9", cap: "1.5" },
          { input: "拜访完成率", weight: "0.1", cap: "1.5" },
        ];
        return { ...input, items };
      }),
    components: components.map((component) =>
      component.code === "score-bonus" ? { ...component, amount: "3000元 × 考核得分" } : component,
    ),
    examples: [
      { name: "一次有效拜访", given: {}, expect: { "visit-allowance": "50元" } },
      { name: "销售90%、拜访100%", given: { 考核得分: "0.91" }, expect: { "score-bonus": "2730元" } },
    ],
  };
}

/** Two hospitals a working day from 2 to 24 March: on the 26th she is behind this week's ten. */
export function pharmaVisits(): PastVisit[] {
  const visits: PastVisit[] = [];
  const doctors = ["张主任", "李医生", "陈药师"];
  const needs = ["关注夜间监护数据导出,希望看演示", "想要分剂量的小包装", "问医保目录什么时候更新"];
  const feedback = ["下周可以安排演示", "先试用一个疗程", "等药事会讨论"];
  let count = 0;
  for (let on: BusinessDay = `${demoPeriod}-02`; on <= `${demoPeriod}-24`; on = addDays(on, 1)) {
    if (weekdayOf(on) > 5) continue;
    for (const time of ["10:05", "15:20"]) {
      const customer = pharmaCustomers[count % pharmaCustomers.length];
      if (!customer) throw new Error("the demo has no hospital");
      const n = count % doctors.length;
      visits.push({
        ...{ repId: pharmaRepId, customer, on, purpose: "followUp", northM: 40, accuracyM: 20 },
        checkedInAt: at(on, time),
        recordedAt: new Date(at(on, time).getTime() + 40 * 60_000),
        peopleMet: doctors[n] ?? "",
        record: needs[n] ?? "",
        type: { typeId: "hospital", version: 1 },
        answers: [
          { stepId: "department", value: "心内科" },
          { stepId: "feedback", value: feedback[n] ?? "" },
        ],
        nextStep: { text: "回访", on: addDays(on, 7), doneAt: at(addDays(on, 7), "18:00") },
      });
      count += 1;
    }
  }
  return visits;
}

/** HR says on the month's first working morning how many visits are expected. */
export async function seedVisitTarget(deps: Pick<Deps, "realNow">, actor: MemberActor): Promise<void> {
  const then = { ...deps, clock: { now: () => at(`${demoPeriod}-02`, "08:00") } };
  const body = { commandId: "seed:visitTarget", revision: 0, from: `${demoPeriod}-02`, perWeek: visitsPerWeek };
  await setVisitTarget(then, { actor, unitId: pharmaTeamId, body });
}
