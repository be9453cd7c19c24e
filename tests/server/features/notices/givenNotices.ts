import type { NoticeReads, Person, Progress, TeamMonth } from "../../../../server/features/notices";
import { noticeSubscriptions, remindLaggingTeams } from "../../../../server/features/notices";
import type { FactorStep } from "@shared/domain/pay";
import { inTransaction } from "../../../../server/db";
import type { Deps } from "../../../../server/deps";
import { type SaleConfirmed, saleConfirmed, type SaleIncrement } from "../../../../server/features/sales";
import { configureOutbox, emit, type Subscription, workAll } from "../../../../server/outbox";
import { startTestApp, type TestApp, type TestAppOptions } from "../../../support/startTestApp";
import { putStored, stored } from "../../../support/testDatabase";
import { businessDayOf } from "@shared/domain/time";

const wan = 1_000_000;

export const team1 = "华南直销一队";
export const team2 = "华南直销二队";

/** What messages read of the rest of the product, as a test sets it. */
export class ToldWorld {
  persons = new Map<string, Person>(
    Object.entries({
      xiaowang: "小王",
      wanglei: "王磊",
      zhangsan: "张三",
      lisi: "李四",
      chenhao: "陈浩",
      zhaojing: "赵静",
    }).map(([memberId, name]) => [
      memberId,
      { memberId, name, language: "zh-CN", publicPraise: "yes", lookMessages: true },
    ]),
  );
  months = new Map<string, Progress>([["xiaowang", { doneFen: 50 * wan, targetFen: 66_666_667 }]]);
  teams = new Map<string, TeamMonth>([
    ["u3", { doneFen: 163.2 * wan, targetFen: 240 * wan, members: [] }],
    ["u4", { doneFen: 70 * wan, targetFen: 100 * wan, members: [] }],
  ]);
  /** Where the team's factor rises next, and what that or reaching the target pays; nothing unless a test says so. */
  step: FactorStep | null = null;
  gainFen = 0;
  /** How much beyond the target the best way leads. */
  beyondFen = 0;
  teamName = team1;
  leaders = new Map([
    ["u3", ["chenhao"]],
    ["u4", ["zhaojing"]],
  ]);

  /** What became of sales; others wait as they were asked about. */
  sales = new Map<string, { state: string; revision: number; signedOn: string }>();

  person(memberId: string, change: Partial<Person>): void {
    this.persons.set(memberId, {
      memberId,
      name: memberId,
      language: "zh-CN",
      publicPraise: "yes",
      lookMessages: true,
      ...this.persons.get(memberId),
      ...change,
    });
  }

  team(unitId: string, change: Partial<TeamMonth>): void {
    this.teams.set(unitId, { doneFen: 0, targetFen: null, members: [], ...this.teams.get(unitId), ...change });
  }

  /** So many people in a team, with nothing sold. */
  members(unitId: string, count: number): void {
    const members = Array.from({ length: count }, (_, n) => ({ memberId: `m${n}`, doneFen: 0, targetFen: null }));
    this.team(unitId, { members });
  }

  checkIn: Awaited<ReturnType<NoticeReads["checkInNow"]>> = {
    standing: "effective",
    hasRecord: true,
    recordUntil: new Date("2026-03-27T02:02:00Z"),
  };

  reads: NoticeReads = {
    person: async (memberId) => this.persons.get(memberId) ?? null,
    nameOf: async (memberId) => this.persons.get(memberId)?.name ?? null,
    unitName: async (unitId) => (unitId === "u3" ? this.teamName : team2),
    leadersOf: async (unitId) => this.leaders.get(unitId) ?? [],
    deciderNames: async () => ["陈浩", "赵静"],
    approversOf: async ({ kind }) => (kind === "sale" ? ["zhangsan"] : []),
    isAcceptedWithPin: async () => false,
    openPairs: async () => [{ customerName: "海岳机械" }, { customerName: "粤联电气" }],
    clientsLeft: async () =>
      ["海岳机械", "粤联电气"].map((shortName, n) => ({
        customerId: `c-${n + 1}`,
        shortName,
        deciderIds: ["zhangsan", "chenhao", "lisi", "xiaowang", "zhaojing"],
      })),
    ownersOn: async () => [{ memberId: "zhangsan", share: "1" }],
    hasHeardOfClient: async () => true,
    openPins: async () => [{ customerName: "海岳机械" }, { customerName: "粤联电气" }],
    roleNow: async () => ({ lastOn: "2026-04-02" }),
    absenceOf: async () => ({ from: "2026-03-27", to: "2026-04-02", deputyId: "zhangsan" }),
    knowsOfDeputy: async () => true,
    unitIds: async () => [...this.teams.keys()],
    teamIds: async () => [...this.teams.keys()],
    membersOf: async (unitId) => (this.teams.get(unitId)?.members ?? []).map(({ memberId }) => memberId),
    repsWithoutPlan: async () => ({ names: ["小王"], memberIds: ["xiaowang"], deciderIds: ["zhangsan"] }),
    targetsInForce: async (subjectIds) => new Map(subjectIds.map((subjectId) => [subjectId, 9_123_456_789_11])),
    teamsWithoutTarget: async () => [{ unitId: "hn-1", name: "华南直销一队", deciderIds: ["zhangsan"] }],
    recordsDue: async () => [{ customerName: "海岳机械", until: new Date("2026-03-27T02:02:00Z"), isBegun: false }],
    heldTitles: async () => ["请你代为审批 · 陈浩", "两家客户合成了一家"],
    recordsLapsed: async () => [
      { checkInId: "c1", visitId: null, customerName: "海岳机械", checkedInAt: new Date("2026-03-25T02:02:00Z") },
    ],
    checkInNow: async () => this.checkIn,
    nextSteps: async () => [{ customerName: "海岳机械", text: "演示" }],
    isOpen: async (told) => told.kind !== "sale" || (this.sales.get(told.saleId)?.state ?? "submitted") === "submitted",
    praiseOpenUntil: async () => new Date("2026-04-02T08:05:00Z"),
    isPraiseUnanswered: async () => true,
    isPlanAt: async () => true,
    isReportOpen: async (reportId) => reportId !== "zhangsan:done",
    hasHeardOfClosing: async () => true,
    sale: async (saleId) => this.sales.get(saleId) ?? null,
    industryOf: async (customerId) => (customerId === "c-haiyue" ? "设备制造" : null),
    memberMonth: async (memberId) => this.months.get(memberId) ?? { doneFen: 0, targetFen: null },
    confirmedAfter: async () => 0,
    nextStep: async (_memberIds, { targetFen }) => (targetFen === null ? null : this.step),
    payIfTeamSold: async () => this.gainFen,
    payToTarget: async (_memberId, { remainingFen }) => ({
      amountFen: remainingFen + this.beyondFen,
      gainFen: this.gainFen,
    }),
    unitProgress: async (unitId) => this.teams.get(unitId) ?? { doneFen: 0, targetFen: null },
    teamMonth: async (unitId) => this.teams.get(unitId) ?? { doneFen: 0, targetFen: null, members: [] },
  };
}

export interface GivenNotices {
  app: TestApp;
  world: ToldWorld;
  /** Lets a sale be confirmed, by the manager unless said otherwise; 小王's of 10 万 at 16:05. */
  confirmed: (sale?: Partial<SaleConfirmed> & { increment?: Partial<SaleIncrement> }) => Promise<string>;
  remind: () => Promise<void>;
  /** Works off what is due, or will be within so many milliseconds. */
  work: (aheadMs?: number) => Promise<void>;
  sentences: (memberId: string) => string[];
  group: (name?: string) => string[];
  notice: (noticeId: string) => Promise<Record<string, unknown>>;
  /** What became of a notice, step by step. */
  history: (noticeId: string) => Promise<string[]>;
  /** As if so many of the day's messages had been given out already. */
  justReserved: (count: number) => Promise<void>;
  /** As if so many messages had just gone to this receiver. */
  justSent: (partition: string, count: number) => Promise<void>;
}

/** The messages of a company in which only what the test says has happened. */
export async function givenNotices(
  options: TestAppOptions = {},
  others: readonly Subscription<string, Deps>[] = [],
): Promise<GivenNotices> {
  const app = await startTestApp({ now: "2026-03-26T16:05:00+08:00", people: false, ...options });
  return noticesOf(app, others);
}

/** The same on an app that is there already, with its people. */
export function noticesOf(app: TestApp, others: readonly Subscription<string, Deps>[] = []): GivenNotices {
  const world = new ToldWorld();
  const subscriptions = [...noticeSubscriptions(world.reads), ...others];
  configureOutbox(subscriptions);
  let sales = 0;

  const notice = async (noticeId: string): Promise<Record<string, unknown>> => {
    const [found] = await stored("notices", { _id: noticeId });
    if (!found) throw new Error(`no notice ${noticeId}`);
    return found;
  };

  return {
    app,
    world,
    async confirmed({ increment, ...given } = {}) {
      sales += 1;
      const plain = { ...aSale(`sale-${sales}`, app.deps.clock.now()), ...given };
      const increments = given.increments ?? [{ ...anIncrement(plain), ...increment }];
      const sale: SaleConfirmed = { ...plain, increments };
      const event = saleConfirmed.of({ payload: sale, partition: `member:${sale.repId}`, cause: sale.saleId });
      await inTransaction((session) => emit(event, session));
      return sale.saleId;
    },
    remind: () => remindLaggingTeams(app.deps.clock.now(), "run-1", world.reads, app.deps),
    work: async (aheadMs = 0) => void (await workAll(app.deps, subscriptions, { aheadMs })),
    sentences: (memberId) => app.wecom.member(memberId).sentences,
    group: (name = team1) => app.wecom.robot(name).sentences,
    notice,
    justReserved: (reserved) =>
      putStored("dayQuotas", [{ _id: businessDayOf(app.deps.realNow()), schemaVersion: 1, reserved }]),
    justSent: (partition, count) => {
      const sentAtMs = Array.from({ length: count }, () => app.deps.realNow().getTime());
      return putStored("sendCounts", [{ _id: partition, schemaVersion: 1, counts: { sentAtMs, recentMs: {} } }]);
    },
    history: async (noticeId) => {
      const { history } = (await notice(noticeId)) as { history: { state: string; note: string }[] };
      return history.map(({ state, note }) => `${state}: ${note}`);
    },
  };
}

export function aSale(saleId: string, at: Date): SaleConfirmed {
  return {
    saleId,
    repId: "xiaowang",
    teamId: "u3",
    customerId: "c-haiyue",
    customerName: "海岳机械",
    amountFen: 10 * wan,
    period: "2026-03",
    confirmedAt: at.toISOString(),
    confirmedById: "chenhao",
    increments: [],
  };
}

/** All of a sale to its rep. */
export const anIncrement = ({ repId, teamId, amountFen }: SaleConfirmed): SaleIncrement => ({
  memberId: repId,
  teamId,
  creditFen: amountFen,
  ownFen: 150_000,
  othersFen: 0,
  others: [],
  state: "earned",
  zeroReason: null,
  month: { doneBeforeFen: 40 * wan, doneFen: 50 * wan, targetFen: 66_666_667 },
});
