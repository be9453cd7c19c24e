import { randomUUID } from "node:crypto";
import { syncDirectory } from "../../../server/features/members";
import { findDuplicates } from "../../../server/features/duplicates";
import type { AnswerOf } from "@shared/contracts";
import { lookForSignals } from "../../../server/features/trust";
import { taskKinds } from "../../../server/taskKinds";
import { workTasks } from "../../../server/tasks";
import type { DemoWorld } from "../demoWorld";

/** A page as somebody opens it, with words that stand on it once it is there. */
export interface DemoPage {
  name: string;
  memberId: string;
  path: string;
  shows: string;
}

/** Signs somebody in on a phone of its own. @returns what calls from there carry */
async function signIn(world: DemoWorld, memberId: string, phone: { device: string; deviceSecret: string }) {
  const code = world.app.wecom.issueLoginCode(memberId);
  const { token } = await world.app.api.call("auth.loginWeapp", {}, { code, ...phone });
  return { authorization: `Bearer ${token}` };
}

/** Opening balances of which one table is in the accounts, one waits for a second person and one has been looked at. */
async function broughtAlong(world: DemoWorld): Promise<{ waiting: string; looked: string }> {
  const [finance, hr] = [world.as("linjing"), world.as("zhoumin")];
  const { revision, latestOn } = await hr.call("plans.firstPayingDay");
  const firstPayingOn = `${latestOn.slice(0, 7)}-01`;
  await hr.call("plans.setFirstPayingDay", undefined, { commandId: randomUUID(), revision, firstPayingOn });
  const lookAt = async (rows: string) => {
    const fileId = randomUUID();
    const content = {
      type: "text/csv",
      base64: Buffer.from(`企微账号,待扣回,未发佣金\n${rows}`).toString("base64"),
    };
    await finance.send("files.put", { params: { fileId }, content });
    const body = { commandId: randomUUID(), purpose: "opening", source: "erp", fileId, fileName: "期初.csv" } as const;
    const { importId } = await finance.call("imports.create", undefined, body);
    await workTasks(world.app.deps, taskKinds);
    return importId;
  };
  const handOn = async (importId: string, typed: { rows: number; clawback: number; unreleased: number }) => {
    const { revision: seen } = (await finance.call("imports.read", { importId })).import;
    const body = { commandId: randomUUID(), revision: seen, typed: { draw: 0, paid: 0, ...typed } };
    await finance.call("imports.run", { importId }, body);
    await workTasks(world.app.deps, taskKinds);
    return importId;
  };
  const first = await handOn(await lookAt("xiaowang,350,1200.5\n"), { rows: 1, clawback: 35_000, unreleased: 120_050 });
  await hr.call(
    "openings.decide",
    { importId: first },
    { commandId: randomUUID(), revision: 1, allowed: true, reason: null },
  );
  await workTasks(world.app.deps, taskKinds);
  const waiting = await handOn(await lookAt("xiaowang,300,\n"), { rows: 1, clawback: 30_000, unreleased: 0 });
  return { waiting, looked: await lookAt("xiaowang,280,\n") };
}

/** A table of clients that an administrator has had looked at: one is new, one waits. */
async function lookedAtClients(world: DemoWorld): Promise<string> {
  const admin = world.as("zhoumin");
  const fileId = randomUUID();
  const table = "客户编号,客户全称,级别,负责人\nT-1,试导入的客户有限公司,B,小王\nT-2,级别写错的客户有限公司,S,小王\n";
  const content = { type: "text/csv", base64: Buffer.from(table).toString("base64") };
  await admin.send("files.put", { params: { fileId }, content });
  const body = { commandId: randomUUID(), purpose: "customers", source: "crm", fileId, fileName: "客户.csv" } as const;
  const { importId } = await admin.call("imports.create", {}, body);
  await workTasks(world.app.deps, taskKinds);
  return importId;
}

/** Gives 小王 a day with a visit, a sale that waits and one that is confirmed, and lists every page that shows it. */
export async function demoPages(world: DemoWorld): Promise<DemoPage[]> {
  await world.consent("xiaowang");
  await world.sale("xiaowang", "c-haiyue", 40_000_000, "2026-03-20");
  const visit = await world.visit("xiaowang", "c-haiyue");
  const correction = {
    commandId: randomUUID(),
    version: 1,
    purpose: "followUp" as const,
    peopleMet: "张主任、李护士长",
    record: "确认了交期，分两批到货",
    nextStep: { text: "送样", on: "2026-04-03" },
  };
  await world.as("xiaowang").call("visits.correct", { visitId: visit.visitId }, correction);
  const confirmed = await world.sale("xiaowang", "c-haiyue", 10_000_000);
  const waiting = await world.submitSale("xiaowang", "c-yuelian", 2_500_000);
  // On a phone that a colleague uses as well, and that is new to 小王: there is something to ask about these two.
  const shared = randomUUID();
  await signIn(world, "lisi", { device: "HUAWEI Mate 60 · HarmonyOS 4.2", deviceSecret: shared });
  await signIn(world, "xiaowang", { device: "iPhone 13 · iOS 17.4", deviceSecret: randomUUID() });
  const headers = await signIn(world, "xiaowang", { device: "HUAWEI Mate 60 · HarmonyOS 4.2", deviceSecret: shared });
  const tapThere = async (customerId: string, northM?: number) => {
    const { body } = await world.app.api.send("checkIns.create", {
      headers,
      body: world.checkInBody(customerId, northM),
    });
    return (body as AnswerOf<"checkIns.create">).checkIn;
  };
  const { checkInId } = await tapThere("c-yuelian");
  const doubtful = await tapThere("c-yuanda", 215);
  await lookForSignals(world.app.deps, { at: world.app.clock.now() });
  // What its rep has said, the leader sees with it.
  const said = { commandId: randomUUID(), revision: 1, text: "自己的手机没电，借了同事的" };
  await world.as("xiaowang").call("checkIns.answer", { checkInId: doubtful.checkInId }, said);
  const called = {
    commandId: randomUUID(),
    customerId: "c-haiyue",
    channel: "phone" as const,
    people: "张主任",
    record: "电话里把送样改到周五",
  };
  const { followUp } = await world.as("xiaowang").call("followUps.record", undefined, called);
  const { followUpId } = followUp;
  const corrected = { channel: "wecom" as const, people: "张主任", record: "把送样改到下周一", version: 1 };
  await world.as("xiaowang").call("followUps.correct", { followUpId }, { ...corrected, commandId: randomUUID() });
  await world.workAll();
  const { lines } = await world.statement("xiaowang");
  const line = lines.find(({ saleId, kind }) => saleId === confirmed.saleId && kind === "提成");
  if (!line) throw new Error("the confirmed sale has no commission");
  await world.as("chenhao").call("sales.read", { saleId: confirmed.saleId });
  const importId = await lookedAtClients(world);
  const openings = await broughtAlong(world);
  const rep = (name: string, path: string, shows: string) => ({
    name,
    memberId: "xiaowang",
    path: `/pages/${path}`,
    shows,
  });
  const report = {
    commandId: randomUUID(),
    // In words that no screen has: what people write stays in their language.
    text: "转了半天没反应",
    saw: null,
    reference: "7f3a2291-5c1e-4b8f-9d20-6a1b3c4d5e6f",
    screen: "/pages/field/visit/index",
    program: "h5 0.1.0",
    happenedAt: "2026-03-26T08:59:00+08:00",
  };
  await world.as("xiaowang").call("reports.send", undefined, report);
  const elsewhere = {
    commandId: randomUUID(),
    pin: { latDeg: 23.119, lngDeg: 113.3262 },
    accuracyM: 15,
    note: "门口挂的牌子在东侧",
  };
  await world.as("xiaowang").call("pins.propose", { customerId: "c-yuelian", siteId: "s1" }, elsewhere);
  await givenTwice(world);
  const mayCome = { commandId: randomUUID() };
  const { question } = await world.as("liuyang").call("visitQuestions.ask", { customerId: "c-desheng" }, mayCome);
  const together = { commandId: randomUUID(), memberIds: ["lisi", "chenhao"] };
  const { companions } = await world.as("xiaowang").call("companions.name", { visitId: visit.visitId }, together);
  const asked = companions.find(({ name }) => name === "陈浩")?.companionId ?? "";
  await givenCode(world);
  await givenOffices(world);
  return [
    rep("home", "tabs/home/index", "本月"),
    rep("book", "tabs/book/index", "海岳机械"),
    rep("do", "tabs/do/index", "今天打过的卡"),
    rep("money", "tabs/money/index", "1,500.00"),
    rep("me", "tabs/me/index", "华南直销一队"),
    rep("visit", `field/visit/index?checkInId=${checkInId}&on=2026-03-26`, "粤联电气"),
    rep("visit-done", `field/visit/index?visitId=${visit.visitId}`, "确认了交期"),
    rep("visit-correct", `field/visit/index?visitId=${visit.visitId}&correct=1`, "可以补充、更正到"),
    rep("together", `companions/together/index?visitId=${visit.visitId}&customer=海岳机械`, "先选同事"),
    {
      name: "together-asked",
      memberId: "chenhao",
      path: `/pages/companions/together/index?id=${asked}`,
      shows: "一起去了",
    },
    rep("doubt", `field/doubt/index?id=${doubtful.checkInId}&on=2026-03-26`, "没有决定就照算"),
    rep("doubt-hinted", `field/doubt/index?id=${checkInId}&on=2026-03-26`, "现在只有你看得到"),
    rep("customer", "customers/detail/index?id=c-haiyue", "海岳机械有限公司"),
    rep("follow-up-new", "customers/followUp/index?customerId=c-haiyue", "不算拜访"),
    rep("follow-up", `customers/followUp/index?followUpId=${followUpId}`, "电话里把送样改到周五"),
    rep("follow-up-correct", `customers/followUp/index?followUpId=${followUpId}&correct=1`, "可以更正到"),
    rep("customer-new", "customers/edit/index", "新建客户"),
    rep("customer-edit", "customers/edit/index?id=c-haiyue", "加一位联系人"),
    rep("customer-pin", "customers/pin/index?id=c-haiyue&site=s1", "位置和范围"),
    rep("customer-pin-new", "customers/pin/index?id=c-haiyue", "加上这个地点"),
    rep("scan", "customers/scan/index?id=c-haiyue&site=s1", "替你说明人在现场"),
    rep("route", "field/route/index", "按说好的下一步"),
    rep("queue", "field/queue/index", "都上传了"),
    rep("record", "sales/record/index?customerId=c-haiyue", "海岳机械"),
    rep("detail", `sales/detail/index?id=${confirmed.saleId}`, "100,000.00"),
    rep("sales", "sales/list/index", "100,000.00"),
    rep("line", `earnings/line/index?period=2026-03&lineId=${encodeURIComponent(line.lineId)}`, "1,500.00"),
    rep("plan", `earnings/plan/index?period=2026-03&lineId=${encodeURIComponent(line.lineId)}`, "金额 × 1.5%"),
    rep("inbox", "common/inbox/index", "恭喜你完成10万元订单"),
    rep("mine", "privacy/mine/index", "谁负责，怎么找"),
    rep("report", "common/report/index", "等处理"),
    rep("devices", "privacy/devices/index", "随机起一个号来认"),
    rep("search", "common/search/index", "手机后四位"),
    { name: "menu", memberId: "zhoumin", path: "/pages/common/menu/index", shows: "工作日历" },
    rep("looked", "privacy/looked/index", "陈浩 看了你的拜访和打卡"),
    rep("exports", "common/exports/index", "新导出"),
    rep("ownOpening", "earnings/opening/index", "待扣回"),
    rep("consent", "auth/consent/index", "没有后台定位"),
    rep("enter", "auth/enter/index?reason=signedOut", "销励"),
    { name: "away", memberId: "chenhao", path: "/pages/approvals/away/index", shows: "由谁代你审批" },
    {
      name: "site-code",
      memberId: "chenhao",
      path: "/pages/customers/code/index?id=c-haiyue&site=s1",
      shows: "打印一张贴在客户那里",
    },
    { name: "customers", memberId: "chenhao", path: "/pages/customers/list/index", shows: "疑似重复的客户" },
    {
      name: "merge",
      memberId: "chenhao",
      path: "/pages/customers/merge/index?id=c-haiyue&other=c-yuelian",
      shows: "收入怎么算",
    },
    { name: "merge-which", memberId: "chenhao", path: "/pages/customers/merge/index?id=c-haiyue", shows: "同一家" },
    { name: "reports", memberId: "zhoumin", path: "/pages/admin/reports/index", shows: "转了半天没反应" },
    {
      name: "ask",
      memberId: "wanglei",
      path: `/pages/customers/ask/index?id=${question.questionId}`,
      shows: "你这边方便吗",
    },
    { name: "setup", memberId: "zhoumin", path: "/pages/admin/setup/index", shows: "写第一个佣金方案" },
    { name: "setup-roles", memberId: "zhoumin", path: "/pages/admin/setup/index?step=roles", shows: "定一位财务" },
    { name: "setup-units", memberId: "zhoumin", path: "/pages/admin/setup/index?step=units", shows: "负责人 陈浩" },
    { name: "setup-robots", memberId: "zhoumin", path: "/pages/admin/setup/index?step=robots", shows: "发一条测试" },
    { name: "plan-edit", memberId: "zhoumin", path: "/pages/earnings/planEdit/index", shows: "每单按比例" },
    {
      name: "plan-review",
      memberId: "zhoumin",
      path: "/pages/earnings/planReview/index?id=flat-internet@1",
      shows: "金额 × 1.5%",
    },
    { name: "openings", memberId: "linjing", path: "/pages/admin/openings/index", shows: "导入一张表" },
    {
      name: "opening",
      memberId: "zhoumin",
      path: `/pages/admin/opening/index?id=${openings.waiting}`,
      shows: "核对无误，入账",
    },
    {
      name: "openingTyped",
      memberId: "linjing",
      path: `/pages/admin/import/index?id=${openings.looked}&for=opening`,
      shows: "照你自己的系统填合计",
    },
    { name: "import", memberId: "zhoumin", path: "/pages/admin/import/index", shows: "选文件上传" },
    {
      name: "import-one",
      memberId: "zhoumin",
      path: `/pages/admin/import/index?id=${importId}`,
      shows: "这个文件是怎么读的",
    },
    {
      name: "import-result",
      memberId: "zhoumin",
      path: `/pages/admin/importResult/index?id=${importId}&is=heldBack`,
      shows: "级别：S",
    },
    { name: "kept", memberId: "zhoumin", path: "/pages/admin/kept/index", shows: "照片、签字、录音占用" },
    { name: "members", memberId: "zhoumin", path: "/pages/admin/members/index", shows: "同步通讯录" },
    { name: "one-member", memberId: "zhoumin", path: "/pages/admin/members/index?id=xiaowang", shows: "按通讯录" },
    {
      name: "member-record",
      memberId: "zhoumin",
      path: "/pages/admin/members/index?id=xiaowang&edit=1",
      shows: "汇报对象",
    },
    { name: "looks", memberId: "gaoyuan", path: "/pages/admin/audit/index", shows: "看别人的位置" },
    { name: "roles", memberId: "zhoumin", path: "/pages/admin/roles/index", shows: "去成员" },
    { name: "calendar", memberId: "zhoumin", path: "/pages/admin/calendar/index", shows: "按国家公布的放假安排" },
    { name: "visit-types", memberId: "zhoumin", path: "/pages/admin/visitTypes/index", shows: "医院拜访" },
    { name: "visit-type", memberId: "zhoumin", path: "/pages/admin/visitTypes/index?id=store", shows: "第 6 步" },
    {
      name: "targets",
      memberId: "chenhao",
      path: "/pages/targets/tree/index?period=2026-04",
      shows: "按上月的目标起草",
    },
    { name: "approvals", memberId: "linjing", path: "/pages/approvals/list/index", shows: "审批" },
    { name: "closing", memberId: "linjing", path: "/pages/tabs/book/index", shows: "2026年3月的记录" },
    { name: "plans-tab", memberId: "linjing", path: "/pages/tabs/do/index", shows: "人数是今天按它算收入的业务员" },
    { name: "reports-tab", memberId: "linjing", path: "/pages/tabs/money/index", shows: "2026年3月完成" },
    { name: "finance-me", memberId: "linjing", path: "/pages/tabs/me/index", shows: "财务" },
    { name: "income", memberId: "linjing", path: "/pages/earnings/month/index", shows: "等你处理的事在「待办」" },
    { name: "plans", memberId: "linjing", path: "/pages/plans/list/index", shows: "第 1 版" },
    { name: "hr-plans", memberId: "zhoumin", path: "/pages/tabs/do/index", shows: "人数是今天按它算收入的业务员" },
    { name: "people-tab", memberId: "fangzhou", path: "/pages/tabs/book/index", shows: "在职成员" },
    { name: "imports-tab", memberId: "fangzhou", path: "/pages/tabs/do/index", shows: "在用的拜访类型" },
    { name: "health", memberId: "fangzhou", path: "/pages/tabs/money/index", shows: "数据库" },
    { name: "auditor-closing", memberId: "gaoyuan", path: "/pages/tabs/book/index", shows: "2026年3月的记录" },
    { name: "audit", memberId: "gaoyuan", path: "/pages/tabs/do/index", shows: "审计只看不批" },
    { name: "level", memberId: "gaoyuan", path: "/pages/reports/level/index?period=2026-03", shows: "下一级" },
    {
      name: "level-team",
      memberId: "gaoyuan",
      path: "/pages/reports/level/index?period=2026-03&unitId=u3",
      shows: "小王",
    },
    { name: "staff", memberId: "heye", path: "/pages/staff/home/index", shows: "你没有销售身份" },
    { name: "manager-home", memberId: "chenhao", path: "/pages/tabs/home/index", shows: "粤联电气" },
    {
      name: "member",
      memberId: "chenhao",
      path: "/pages/team/member/index?unitId=u3&id=xiaowang&period=2026-03",
      shows: "怎么帮",
    },
    {
      name: "review",
      memberId: "chenhao",
      path: `/pages/team/review/index?id=${doubtful.checkInId}`,
      shows: "查看会被记录，小王 本人可见",
    },
    {
      name: "duplicates",
      memberId: "chenhao",
      path: "/pages/customers/duplicates/index",
      shows: "海岳机械股份有限公司",
    },
    { name: "pins", memberId: "chenhao", path: "/pages/team/pins/index", shows: "门口挂的牌子在东侧" },
    {
      name: "confirm",
      memberId: "chenhao",
      path: `/pages/sales/confirm/index?id=${waiting.saleId}`,
      shows: "25,000.00",
    },
  ];
}

/** An administrator and an auditor who are nothing else, and somebody without any role. */
async function givenOffices(world: DemoWorld): Promise<void> {
  for (const [userid, name] of [
    ["fangzhou", "方舟"],
    ["gaoyuan", "高远"],
    ["heye", "何叶"],
  ] as const)
    world.app.wecom.putMember({ userid, name, department: [1] });
  await syncDirectory(world.app.deps);
  const role = { unitId: null, lastOn: null };
  for (const [memberId, of] of [
    ["fangzhou", "admin"],
    ["gaoyuan", "auditor"],
  ] as const)
    await world.as("zhoumin").call("roles.grant", { memberId }, { commandId: randomUUID(), role: of, ...role });
}

/** A client that is there twice, as the night finds it. */
async function givenTwice(world: DemoWorld): Promise<void> {
  const twin = {
    ...{ commandId: randomUUID(), customerId: randomUUID(), externalId: null, isNewSeen: true as const },
    ...{ name: "海岳机械股份有限公司", shortName: "海岳股份", industry: null, grade: "C" as const, stage: "初步接触" },
    ...{ owners: [{ memberId: "xiaowang", share: "1" }], ownedFrom: "2026-03-26", coServedByIds: [] },
    sites: [{ siteId: "s1", name: "二厂", address: "黄埔大道 18 号", pin: null, radiusM: 200 }],
  };
  await world.as("chenhao").call("customers.create", undefined, twin);
  await findDuplicates(world.app.deps, { at: world.app.deps.clock.now() });
}

/** A client whose place has a code. */
async function givenCode(world: DemoWorld): Promise<void> {
  const place = { customerId: "c-haiyue", siteId: "s1" };
  const { revision } = await world.as("chenhao").call("siteCodes.read", place);
  await world.as("chenhao").call("siteCodes.renew", place, { commandId: randomUUID(), revision });
}
