import { randomUUID } from "node:crypto";
import type { AnswerOf, BodyOf } from "@shared/contracts";
import { type Plan } from "@shared/domain/pay";
import { planNumbers, withNumbers, withOneExample } from "@shared/domain/pay/check";
import { internetCompany } from "@shared/domain/pay/plans";
import { freshWorld, type World } from "../../../../server/dev/wecom";
import { watchWecom } from "../../../../server/features/setup";
import { workAll } from "../../../../server/outbox";
import { subscriptions } from "../../../../server/subscriptions";
import { taskKinds } from "../../../../server/taskKinds";
import { workTasks } from "../../../../server/tasks";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import type { TestApi } from "../../../support/testApi";

/*
 * From an empty database to the first sale that pays: one setting, a WeCom, and what the guide says is next. Nothing is put into the
 * database beside that.
 */

/** Somebody in HR beside the administrator: a second person publishes what the first one writes. */
function world(trustedDomains: string[]): World {
  const fresh = freshWorld(trustedDomains);
  const [like] = fresh.members;
  if (!like) throw new Error("nobody works there");
  return { ...fresh, members: [...fresh.members, { ...like, userid: "hemin", name: "何敏", department: [6] }] };
}

let app: TestApp;
let worker: ReturnType<typeof watchWecom>;

beforeEach(async () => {
  app = await startTestApp({ people: false, world, settings: { FIRST_ADMIN_USERID: "zhoumin" } });
  worker = watchWecom(app.deps, { whileWellMs: 60_000, firstMs: 20, mostMs: 100 });
  await worker.start();
  for (let tries = 0; (await app.api.call("setup.ready")).directoryReadAt === null; tries += 1) {
    if (tries > 400) throw new Error("the directory is not read");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
});

afterEach(() => worker.stop());

/** In through WeCom, as the phone comes in. */
async function comes(userid: string): Promise<TestApi> {
  await app.api.call("auth.loginWeapp", {}, { code: app.wecom.issueLoginCode(userid) });
  return app.api.as(userid);
}

const now = () => ({ commandId: randomUUID() });

/** The step that the guide leads to. */
function nextOf({ steps }: AnswerOf<"setup.read">): string | null {
  return steps.find(({ state, mayI, optional }) => state === "open" && mayI && !optional)?.step ?? null;
}

async function nameOffice(admin: TestApi, name: string, role: "hr" | "finance"): Promise<void> {
  const { items } = await admin.call("members.list", { words: name });
  const [found] = items;
  if (!found) throw new Error(`nobody is called ${name}`);
  const given = { ...now(), role, unitId: null, lastOn: null };
  await admin.call("roles.grant", { memberId: found.memberId }, given);
  app.passRealTime({ seconds: 6 });
}

/** A shipped plan with 2 % in place of what it says. */
function ownPlan(companyUnitId: string | null): Plan {
  const base = { ...withOneExample(internetCompany), code: "sales-flat", scope: { orgUnits: [companyUnitId ?? ""] } };
  const [rate] = planNumbers(base);
  return { ...withNumbers(base, { [rate?.path ?? ""]: "2" }), validFrom: "2026-03-01" };
}

it("leads a company from nothing to its first sale, which pays by its own numbers", async () => {
  const admin = await comes("zhoumin");
  expect((await admin.call("todos.mine")).items.map(({ kind }) => kind)).toEqual(["setup"]);
  expect(nextOf(await admin.call("setup.read"))).toBe("roles");
  await nameOffice(admin, "何敏", "hr");
  await nameOffice(admin, "林静", "finance");

  const setup = await admin.call("setup.read");
  expect(nextOf(setup)).toBe("plan");
  const plan = ownPlan(setup.plan.companyUnitId) as BodyOf<"plans.draft">["plan"];
  const { planId, revision } = await admin.call("plans.draft", undefined, { ...now(), revision: 0, plan });
  await admin.call("plans.check", { planId }, { ...now(), revision });
  await workTasks(app.deps, taskKinds);
  await admin.call("plans.submit", { planId }, { ...now(), revision });
  expect(nextOf(await admin.call("setup.read"))).toBeNull();

  const hr = await comes("hemin");
  const [waiting] = (await hr.call("todos.mine")).items;
  expect(waiting).toMatchObject({ kind: "plan", subjectId: planId });
  await hr.call("plans.publish", { planId }, { ...now(), revision: revision + 1 });
  expect((await admin.call("todos.mine")).items).toEqual([]);

  const rep = await comes("xiaowang");
  const client = { name: "海岳机械有限公司", shortName: "海岳机械", grade: "A" as const, stage: "初步接触" };
  const none = { industry: null, externalId: null, coServedByIds: [], sites: [] };
  const owners = [{ memberId: "xiaowang", share: "1" }];
  const { customerId } = await rep.call("customers.create", undefined, {
    ...{ ...now(), ...client, ...none, customerId: randomUUID(), owners, ownedFrom: "2026-03-26" },
  });
  const { sale } = await rep.call("sales.submit", undefined, {
    ...{ ...now(), saleId: randomUUID(), customerId, amountFen: 10_000_000, signedOn: "2026-03-26", contractNo: null },
  });

  const leader = await comes("chenhao");
  await leader.call("sales.confirm", { saleId: sale.saleId }, { ...now(), revision: sale.revision });
  await workAll(app.deps, subscriptions(app.deps));
  const { lines } = await rep.call("statements.mine", { period: "2026-03" });
  expect(lines.map(({ amountFen }) => amountFen)).toContain(200_000);
});
