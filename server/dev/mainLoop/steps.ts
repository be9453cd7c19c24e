import { randomUUID } from "node:crypto";
import type { AnswerOf, CustomerView, SaleView } from "@shared/contracts";
import { distanceM } from "@shared/domain/geo";
import { verify } from "@shared/domain/pay";
import { eventually, expectEqual, expectThat, found } from "./expect";
import { loginByMiniProgram, loginByPage } from "./login";
import { phoneOf, type Phone } from "./phone";
import type { Simulator } from "./simulator";

/*
 * The main loop of the demo company, as its people go through it: 小王 with a browser, 陈浩 with the mini-program.
 * What has to come out stands here in figures and words, so that nothing of the product decides whether it is right.
 */

export interface World {
  productUrl: string;
  simulator: Simulator;
}

export interface Step {
  number: number;
  name: string;
  /** @returns what was seen, in a few words; throws with what is wrong */
  play: () => Promise<string>;
}

const period = "2026-03";
const today = "2026-03-26";
const amountFen = 10_000_000;
const targetFen = 66_666_667;
const doneBeforeFen = 40_000_000;
const commissionFen = 150_000;
const teamOne = { unitId: "u3", group: "华南直销一队" };
const teamTwo = { group: "华南直销二队" };
const helpText = "你的个人进度领先,但团队整体滞后,请协助提升团队效率(如分享客户资源)";

export function mainLoop({ productUrl, simulator }: World): Step[] {
  // Filled by the steps as they go.
  let rep: Phone;
  let manager: Phone;
  let customer: CustomerView;
  let checkInId = "";
  let visitId = "";
  let sale: SaleView;
  let before: { earnings: number; team: number };

  return [
    {
      number: 1,
      name: "Login",
      async play() {
        rep = await loginByPage(productUrl, "xiaowang");
        manager = await loginByMiniProgram(productUrl, simulator, "chenhao");
        const me = await rep.call("me.read", {});
        expectEqual("the name", me.member.name, "小王");
        expectEqual("the team", me.team?.name, teamOne.group);
        expectEqual("the demo's day", me.today, today);
        expectEqual("the units that 陈浩 leads", (await manager.call("me.read", {})).leads, [
          { unitId: teamOne.unitId, name: teamOne.group },
        ]);
        const version = me.consent.currentVersion;
        await rep.call("me.consent", {}, { commandId: randomUUID(), version });
        // Asked on the same page: the group may hear his name.
        const { member } = await rep.call("me.read", {});
        const praise = { commandId: randomUUID(), revision: member.revision, publicPraise: "yes" } as const;
        await rep.call("me.setPublicPraise", {}, praise);
        return "小王 by WeCom's page, 陈浩 by the mini-program's code";
      },
    },
    {
      number: 2,
      name: "Check in",
      async play() {
        const standing = { latDeg: 23.1064, lngDeg: 113.3247 };
        const { items } = await rep.call("customers.mine", {});
        customer = nearest(items, standing);
        const { site } = pinned(customer);
        const { serverNow } = await rep.call("me.read", {});
        const tap = {
          commandId: randomUUID(),
          customerId: customer.customerId,
          siteId: site.siteId,
          fix: { ...standing, accuracyM: 18, kind: "live" as const },
          tappedAt: serverNow,
          timeKind: "anchored" as const,
        };
        const first = await rep.call("checkIns.create", {}, tap);
        expectEqual("the verdict", first.checkIn.verdict, "inside");
        expectEqual("the same tap, sent again", await rep.call("checkIns.create", {}, tap), first);
        const { items: mine } = await rep.call("checkIns.mine", { on: today });
        expectEqual("the number of check-ins today", mine.length, 1);
        checkInId = first.checkIn.checkInId;
        return `${customer.shortName}, ${Math.round(first.checkIn.distanceM ?? NaN)} m from the pin, inside`;
      },
    },
    {
      number: 3,
      name: "Visit",
      async play() {
        const record = {
          commandId: randomUUID(),
          checkInId,
          purpose: "followUp" as const,
          peopleMet: "张主任",
          record: "看了样机，合同今天签，下周安排培训",
          nextStep: { text: "培训", on: "2026-04-02" },
        };
        const { visit } = await rep.call("visits.record", {}, record);
        expectEqual("why the visit does not count", visit.reason, null);
        expectThat("the visit is effective", visit.effective);
        visitId = visit.visitId;
        return "an effective visit";
      },
    },
    {
      number: 4,
      name: "Sale",
      async play() {
        before = { earnings: await commissionOf(rep), team: await teamSalesOf(manager) };
        expectEqual("小王's sales before", (await mine(rep)).doneFen, doneBeforeFen);
        const draft = { customerId: customer.customerId, amountFen, signedOn: today, contractNo: "HY-2026-0326" };
        const saleId = randomUUID();
        await rep.call("sales.submit", {}, { commandId: randomUUID(), saleId, ...draft });
        const { items } = await manager.call("sales.list", { view: "toDecide" });
        const waiting = found("sale of 小王 to decide", items, (item) => item.saleId === saleId);
        const decision = { commandId: randomUUID(), revision: waiting.revision };
        const confirmed = await manager.call("sales.confirm", { saleId }, decision);
        expectEqual("the sale's state", confirmed.sale.state, "confirmed");
        const again = await manager.call("sales.confirm", { saleId }, decision);
        expectEqual("the same confirmation, sent again", again, confirmed);
        sale = confirmed.sale;
        return "10 万, confirmed by 陈浩";
      },
    },
    {
      number: 5,
      name: "Pay",
      async play() {
        const { doneFen, targetFen: target } = await mine(rep);
        expectEqual("小王's sales", { doneFen, target }, { doneFen: doneBeforeFen + amountFen, target: targetFen });
        expectEqual("what the sale brings in fen", (await commissionOf(rep)) - before.earnings, commissionFen);
        const line = await traceOf(rep, sale.saleId);
        const visit = found("visit behind the sale", line.footsteps, (step) => step.visitId === visitId);
        expectEqual("the check-in behind the visit", visit.checkIn.checkInId, checkInId);
        return `60 % → 75 %, +1,500.00: ${line.sentence}`;
      },
    },
    {
      number: 6,
      name: "Messages",
      async play() {
        const own = "恭喜你完成10万元订单,佣金已计入本月薪酬,继续加油!";
        const managers = "小王完成10万元订单,建议给予公开表扬。";
        await eventually(async () => {
          found("congratulation", await simulator.readMessages("xiaowang"), (text) => text.startsWith(own));
          found("advice to praise", await simulator.readMessages("chenhao"), (text) => text.startsWith(managers));
          const group = await simulator.readGroup(teamOne.group);
          found("win in the group", group, (text) => text.includes("签单") && text.includes("10万元"));
        });
        return "小王, 陈浩 and the group have read it";
      },
    },
    {
      number: 7,
      name: "Team",
      async play() {
        await eventually(async () =>
          expectEqual("the team's sales", await teamSalesOf(manager), before.team + amountFen),
        );
        // The clock is moved by a program on this machine, not by a page.
        await phoneOf(productUrl, {}).call("demo.setClock", {}, { now: `${today}T09:21:00+08:00`, speed: 1 });
        await eventually(async () => {
          found("reminder to help", await simulator.readMessages("zhangsan"), (text) => text.startsWith(helpText));
          const group = await simulator.readGroup(teamTwo.group);
          found("offer to help", group, (text) => text.includes(teamTwo.group) && text.includes("70"));
        });
        return "the sum has moved; 张三 (90 %) and the group of team 2 (70 %) are asked to help";
      },
    },
  ];
}

type Place = { latDeg: number; lngDeg: number };

function pinned({ sites, name }: CustomerView): { site: CustomerView["sites"][number]; pin: Place } {
  for (const site of sites) {
    const { latDeg, lngDeg } = site;
    if (latDeg !== null && lngDeg !== null) return { site, pin: { latDeg, lngDeg } };
  }
  throw new Error(`${name} has no site with a pin`);
}

function nearest(customers: CustomerView[], place: Place): CustomerView {
  const [first] = [...customers].sort((a, b) => distanceM(pinned(a).pin, place) - distanceM(pinned(b).pin, place));
  if (!first) throw new Error("小王 has no customers");
  return first;
}

async function mine(phone: Phone): Promise<NonNullable<AnswerOf<"today.read">["mine"]>> {
  const { mine: own } = await phone.call("today.read", {});
  if (!own) throw new Error("小王 has no plan");
  return own;
}

const commissionOf = async (phone: Phone): Promise<number> => (await mine(phone)).commissionFen;

async function teamSalesOf(phone: Phone): Promise<number> {
  return (await phone.call("teams.read", { unitId: teamOne.unitId, period })).team.doneFen;
}

/** Opens the commission down to the footsteps, and recomputes it as the phone does. */
async function traceOf(phone: Phone, saleId: string) {
  const { lines } = await phone.call("statements.mine", { period });
  const line = found("commission", lines, (one) => one.kind === "提成" && one.saleId === saleId);
  const detail = await phone.call("statements.line", { period, lineId: line.lineId });
  expectThat("the commission has a formula with its numbers", detail.formula.length > 2);
  const behind = found("sale behind the commission", detail.sales, (one) => one.saleId === saleId);
  expectEqual("the part of the commission that is the sale's", behind.allocatedFen, commissionFen);
  const { agrees, differences } = verify(detail.receipt);
  expectThat(`the phone computes the same month: ${JSON.stringify(differences)}`, agrees);
  return { sentence: detail.line.sentence, footsteps: behind.footsteps };
}
