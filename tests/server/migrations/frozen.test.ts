import { readFileSync } from "node:fs";
import mongoose from "mongoose";
import type { AnswerOf } from "@shared/contracts";
import { verify } from "@shared/domain/pay";
import { buildIndexes } from "../../../server/db";
import { bookedInOf } from "../../../server/features/periods";
import { subscriptions } from "../../../server/subscriptions";
import { migrations } from "../../../server/migrations";
import { runMigrations } from "../../../server/migrations/run";
import { workAll } from "../../../server/outbox";
import { type Break, countWrites } from "../../support/failingWrites";
import { readAll, thaw } from "../../support/frozen";
import { checkedLedger } from "../../support/ledger";
import { length } from "../../support/length";
import { startTestApp, type TestApp } from "../../support/startTestApp";
import { testSettings } from "../../support/testSettings";
import { lookAt, resetDatabase, stored } from "../../support/testDatabase";

/*
 * What version 0.1.0 had stored for the demo company on 26 March 2026, 09:21, after its main loop: a sale confirmed, messages
 * sent, a lag alert given, sales waiting, one confirmed a moment ago whose events nobody had worked off. It must always come
 * up. answers.json is what that version itself answered then.
 */
const folder = "tests/frozen/0.1.0";
const period = "2026-03";

interface Answers {
  today: Pick<AnswerOf<"today.read">, "mine" | "team" | "leads">;
  mine: Pick<AnswerOf<"statements.mine">, "totals" | "lines">;
}
// Written by 0.1.0's own server.
const answers = JSON.parse(readFileSync(`${folder}/answers.json`, "utf8")) as Record<string, Answers>;
const people = Object.entries(answers);

let app: TestApp;

const bringUp = async (broken?: Break) => {
  const { logger, settings } = app.deps;
  const realNow = () => new Date("2026-12-01T00:00:00Z");
  return countWrites(() => runMigrations({ logger, settings, realNow, migrations, mayChangeStatements: true }), broken);
};
/** Before and after every write; usually some of them, spread over all. */
function breaksIn(writes: number): Break[] {
  const all = Array.from({ length: writes }, (_, n) => n + 1).flatMap((at): Break[] => [
    { at, when: "before" },
    { at, when: "after" },
  ]);
  const tried = Math.min(all.length, length(8, all.length));
  return Array.from({ length: tried }, (_, n) => all[Math.floor(((n + 0.5) * all.length) / tried)] as Break); // within all
}
const everything = () => lookAt(() => readAll(database()));
const thawed = () => lookAt(() => thaw(`${folder}/demo.ejson.gz`, database()));
const sum = (totals: Answers["mine"]["totals"]) => Object.values(totals).reduce((all, fen) => all + fen, 0);

function database(): mongoose.mongo.Db {
  const { db } = mongoose.connection;
  if (!db) throw new Error("not connected");
  return db;
}

async function cameUp(): Promise<void> {
  app = await startTestApp({ people: false, now: "2026-03-26T09:25:00+08:00" });
  await thawed();
  await lookAt(buildIndexes);
  await bringUp();
}

describe("the data of version 0.1.0", () => {
  it("end the same when a migration is broken off at any of its writes and run again", async () => {
    app = await startTestApp({ people: false });
    await thawed();
    await lookAt(buildIndexes);
    const writes = await bringUp();
    const whole = await everything();
    for (const broken of breaksIn(writes)) {
      await resetDatabase();
      await thawed();
      await bringUp(broken);
      // The lease of the one that died is over.
      await lookAt(() => database().collection("leases").deleteMany({}));
      await bringUp();
      expect(await everything()).toEqual(whole);
    }
  }, 600_000);

  describe("come up", () => {
    beforeAll(cameUp);

    it("and a second run of all migrations changes nothing", async () => {
      const before = await everything();
      expect(await bringUp()).toBe(0);
      await lookAt(() => database().collection("migrations").deleteMany({}));
      await bringUp();
      expect(await everything()).toEqual(before);
    });

    it.each(people)("for %s with the same sales, target and pay, to the fen", async (memberId, { today, mine }) => {
      const as = app.api.as(memberId);
      expect((await as.call("me.read")).member.memberId).toBe(memberId);
      const now = await as.call("today.read");
      const salesOf = (own: typeof today.mine) => own && { doneFen: own.doneFen, targetFen: own.targetFen };
      expect(salesOf(now.mine)).toEqual(salesOf(today.mine));
      expect(now.team?.doneFen).toBe(today.team?.doneFen);
      const month = await as.call("statements.mine", { period });
      const amounts = (lines: Answers["mine"]["lines"]) =>
        lines.map(({ lineId, amountFen }) => ({ lineId, amountFen }));
      expect(amounts(month.lines)).toEqual(amounts(mine.lines));
      expect(sum(month.totals)).toBe(sum(mine.totals));
    });

    it("with lines that open", async () => {
      const as = app.api.as("xiaowang");
      for (const { lineId } of answers.xiaowang?.mine.lines ?? []) {
        const { line, sales } = await as.call("statements.line", { period, lineId });
        expect([line.lineId, sales.length]).toEqual([lineId, 1]);
      }
    });

    it("with a month that the phone computes the same", async () => {
      const as = app.api.as("xiaowang");
      const { receipt } = await as.call("statements.receipt", { period });
      expect(verify(receipt)).toMatchObject({ agrees: true });
    });

    it("with no hash by which what was sent could be tried out", async () => {
      const commands = await stored("commands");
      const checkIns = await stored("checkIns");
      const hashes = [
        ...commands.map(({ bodyHash }) => String(bodyHash)),
        ...checkIns.map(({ command }) => (command as { bodyHash: string }).bodyHash),
        ...(await stored("notices")).map(({ bodyHash }) => String(bodyHash ?? "")),
      ].filter((hash) => hash !== "");
      expect(commands.length).toBeGreaterThan(0);
      expect(hashes.filter((hash) => !hash.startsWith("k1."))).toEqual([]);
    });

    it("with the stored statements as that version left them", async () => {
      const amountsOf = ({ _id, statement }: mongoose.mongo.Document) => ({
        id: String(_id),
        // Stored by the engine.
        amountsFen: (statement as { lines: { amountFen: number }[] }).lines.map(({ amountFen }) => amountFen),
      });
      const byId = new Map((await stored("statements")).map((one) => [String(one._id), amountsOf(one).amountsFen]));
      for (const [memberId, { mine }] of people) {
        if (mine.lines.length === 0) continue;
        expect(byId.get(`${memberId}:${period}`)).toEqual(mine.lines.map(({ amountFen }) => amountFen));
      }
    });

    it("with the month that was priced open, so that a cut-off that is set later does not reach back into it", async () => {
      const cutOffAt = new Date("2026-04-01T18:00:00+08:00");
      expect(await stored("periods")).toEqual([
        { _id: period, schemaVersion: 1, state: "open", cutOffAt, revision: 1 },
      ]);
      const later = { settings: testSettings({ PERIOD_CUT_OFF_WORKING_DAY: "5" }) };
      expect(await bookedInOf(later, { countsOn: "2026-03-31", recordedAt: cutOffAt })).toBe("2026-04");
    });
  });

  it("go on where that version stopped", async () => {
    await cameUp();
    await workAll(app.deps, subscriptions(app.deps));
    app.passRealTime({ seconds: 31 }); // pay that depends on branch or company follows
    await workAll(app.deps, subscriptions(app.deps));
    expect(app.wecom.member("wanglei").sentences.join()).toContain("恭喜你完成3.3万元订单");
    const { team } = await app.api.as("chenhao").call("teams.read", { unitId: "u3", period });
    expect(team.doneFen).toBe(128_000_000 + 3_300_000);
    expect(await stored("events")).toEqual([]);
    await workAll(app.deps, subscriptions(app.deps), { aheadMs: 31_000 });
    expect(await checkedLedger()).toMatchObject({ difference: null, counts: { beingPriced: 0 } });
  });
});
