import { randomUUID } from "node:crypto";
import type { mongo } from "mongoose";
import type { MemberActor } from "@shared/domain/actor";
import type { Plan } from "@shared/domain/pay";
import type { AnswerOf, CheckInView, SaleView, VisitView } from "@shared/contracts";
import { readSessionMember } from "../../server/features/members";
import { demoCustomers, seedCustomers } from "../../server/dev/demoCompany/customers";
import { demoPlans, seedPlan } from "../../server/dev/demoCompany/plans";
import { seedTargets } from "../../server/dev/demoCompany/targets";
import { demoPeriod } from "../../server/dev/demoCompany/march";
import type { Deps } from "../../server/deps";
import { subscriptions } from "../../server/subscriptions";
import { workAll } from "../../server/outbox";
import { forget, putAllStored, stored } from "./testDatabase";
import { startTestApp, type TestApp, type TestAppOptions } from "./startTestApp";

/** The demo company's clients, plans and targets, with a month in which nothing has happened yet. */
export async function startDemoWorld(options: TestAppOptions = {}): Promise<DemoWorld> {
  const app = await startTestApp(options);
  await givenCompany(app.deps);
  return new DemoWorld(app);
}

const companyCollections = ["customers", "plans", "targets", "targetVersions"];
const companyOnce = new Map<string, mongo.Document[]>();

/** Set up by the product's own commands once in a test file; later worlds of the file begin with the same documents. */
async function givenCompany(deps: Deps): Promise<void> {
  if (companyOnce.size > 0) {
    await putAllStored(companyOnce);
    return;
  }
  const { hr, second } = await peopleOfHr();
  for (const plan of demoPlans()) await seedPlan(deps, plan, { author: hr, second });
  await seedCustomers(deps, hr);
  await seedTargets(deps, hr);
  // The months that the set-up would price again are empty; what was commanded on the way is no test's business.
  await forget("events", "commands", "auditEntries");
  for (const name of companyCollections) companyOnce.set(name, await stored(name));
}

/** Who writes plans and sets targets, and a second person of HR for the time of a publication. */
export async function peopleOfHr(): Promise<{ hr: MemberActor; second: MemberActor }> {
  const [hr, accountant] = await Promise.all(
    ["zhoumin", "linjing"].map((memberId) => readSessionMember(memberId, `${demoPeriod}-01`)),
  );
  if (!hr || !accountant) throw new Error("the directory knows neither zhoumin nor linjing");
  return { hr, second: { ...accountant, roles: ["hr"] } };
}

/** What people do in a test, in their words; each call takes fresh command ids. */
export class DemoWorld {
  constructor(readonly app: TestApp) {}

  newId(): string {
    return randomUUID();
  }

  as(memberId: string) {
    return this.app.api.as(memberId);
  }

  /** Works off what is due now: roll-ups and messages. */
  async workDue(): Promise<void> {
    await workAll(this.app.deps, subscriptions(this.app.deps));
  }

  /** The same, and the pay that depends on branch or company, which follows half a minute later. */
  async workAll(): Promise<void> {
    await this.workDue();
    this.app.passRealTime({ seconds: 31 });
    await this.workDue();
  }

  /** A plan that was written, reviewed and published some days before it began. */
  async publishPlan(plan: Plan): Promise<void> {
    const { hr, second } = await peopleOfHr();
    await seedPlan(this.app.deps, plan, { author: hr, second });
  }

  /** Adds a customer without sites. @param ownerId the caller unless somebody else is said */
  async addCustomer(by: string, ownerId = by): Promise<string> {
    const body = {
      commandId: randomUUID(),
      customerId: randomUUID(),
      externalId: null,
      name: "领先科技有限公司",
      shortName: "领先科技",
      industry: null,
      grade: "C" as const,
      stage: "签单",
      owners: [{ memberId: ownerId, share: "1" }],
      ownedFrom: "2026-03-01",
      coServedByIds: [],
      sites: [],
    };
    return (await this.as(by).call("customers.create", undefined, body)).customerId;
  }

  async consent(memberId: string): Promise<void> {
    const { consent } = await this.app.me(memberId);
    await this.as(memberId).call("me.consent", undefined, { commandId: randomUUID(), version: consent.currentVersion });
  }

  /** A tap at a customer, so many meters north of its pin. */
  async checkIn(memberId: string, customerId: string, northM = 50): Promise<CheckInView> {
    const answer = await this.as(memberId).call("checkIns.create", undefined, this.checkInBody(customerId, northM));
    return answer.checkIn;
  }

  checkInBody(customerId: string, northM = 50) {
    const site = demoCustomers.find((customer) => customer.id === customerId)?.site;
    if (!site) throw new Error(`no customer ${customerId}`);
    const fix = { latDeg: site.latDeg + northM / 111_195, lngDeg: site.lngDeg, accuracyM: 18, kind: "live" as const };
    const tappedAt = this.app.deps.clock.now().toISOString();
    return { commandId: randomUUID(), customerId, siteId: "s1", fix, tappedAt, timeKind: "anchored" as const };
  }

  visitBody(checkInId: string) {
    return {
      commandId: randomUUID(),
      checkInId,
      purpose: "followUp" as const,
      peopleMet: "张主任",
      record: "确认了交期",
      nextStep: { text: "送样", on: "2026-04-02" },
    };
  }

  async visit(memberId: string, customerId: string): Promise<VisitView> {
    const { checkInId } = await this.checkIn(memberId, customerId);
    return (await this.as(memberId).call("visits.record", undefined, this.visitBody(checkInId))).visit;
  }

  saleBody(customerId: string, amountFen: number, signedOn = "2026-03-26") {
    const sale = { saleId: randomUUID(), customerId, amountFen, signedOn, contractNo: null };
    return { commandId: randomUUID(), ...sale, repeatSeen: true };
  }

  async submitSale(memberId: string, customerId: string, amountFen: number, signedOn?: string): Promise<SaleView> {
    const body = this.saleBody(customerId, amountFen, signedOn);
    return (await this.as(memberId).call("sales.submit", undefined, body)).sale;
  }

  async confirmSale(memberId: string, { saleId, revision }: SaleView): Promise<SaleView> {
    const body = { commandId: randomUUID(), revision };
    return (await this.as(memberId).call("sales.confirm", { saleId }, body)).sale;
  }

  /** A sale submitted by its rep and confirmed by the team's leader. */
  async sale(memberId: string, customerId: string, amountFen: number, signedOn?: string): Promise<SaleView> {
    const sale = await this.submitSale(memberId, customerId, amountFen, signedOn);
    const leaderId = ["xiaowang", "xiaoli", "wanglei", "liuyang"].includes(memberId) ? "chenhao" : "zhaojing";
    return this.confirmSale(leaderId, sale);
  }

  statement(memberId: string, period = demoPeriod): Promise<AnswerOf<"statements.mine">> {
    return this.as(memberId).call("statements.mine", { period });
  }
}
