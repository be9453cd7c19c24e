import mongoose, { type Model } from "mongoose";
import type { Fact } from "@shared/domain/pay";
import { seedLargeCompany } from "../../../../server/dev/demoCompany/large/seedLarge";
import { largeScale, type Scale } from "../../../../server/dev/demoCompany/large/scale";
import { largeWorld } from "../../../../server/dev/demoCompany/large/world";
import { demoTargets } from "../../../../server/dev/demoCompany/march";
import { seedDemoCompany } from "../../../../server/dev/demoCompany/seed";
import { DemoClock } from "../../../../server/features/demo";
import { countWrites } from "../../../support/failingWrites";
import { salesWithoutFootsteps } from "../../../support/demoFootsteps";
import { checkedLedger } from "../../../support/ledger";
import { startTestApp, type TestApp } from "../../../support/startTestApp";
import { lookAt, stored, storedCounts } from "../../../support/testDatabase";

const scale: Scale = {
  seed: "a test's company",
  branches: 2,
  teamsPerBranch: 2,
  reps: 12,
  months: ["2026-02", "2026-03"],
  until: "2026-03-25",
};

interface Company {
  app: TestApp;
  lines: string[];
  seed: () => Promise<void>;
}

/** Nobody is there yet. */
async function startLarge(given: Partial<Scale> = {}): Promise<Company> {
  const wanted = { ...scale, ...given };
  const app = await startTestApp({ people: false, world: (trusted) => largeWorld(trusted, wanted) });
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  // Reads whole collections, as a set-up may.
  const seed = () => lookAt(() => seedLargeCompany(app.deps, new DemoClock(app.deps.realNow), { scale: wanted, say }));
  return { app, lines, seed };
}

const fingerprintIn = (lines: readonly string[]) => lines.find((line) => line.startsWith("the same every time"));
const seedSmall = ({ deps }: TestApp) => lookAt(() => seedDemoCompany(deps, new DemoClock(deps.realNow)));

/** How many writes the whole of it takes and what it comes to, from whichever test was the first to need it. */
let whole: Promise<{ writesCount: number; fingerprint: string | undefined }> | null = null;
const seedOnce = ({ seed, lines }: Company) =>
  (whole = countWrites(seed).then((writesCount) => ({ writesCount, fingerprint: fingerprintIn(lines) })));
const wholeOf = async () => whole ?? seedOnce(await startLarge());

describe("the large demo company, of twelve people", () => {
  let company: Company;
  beforeAll(async () => {
    company = await startLarge();
    await seedOnce(company);
  });

  const today = (memberId: string) => company.app.api.as(memberId).call("today.read");

  it("has a ledger that agrees with its facts", async () => {
    const { difference, counts } = await checkedLedger();
    expect(difference).toBeNull();
    expect(counts).toMatchObject({ members: 12, months: 24, journals: 24, beingPriced: 0 });
    expect(counts.facts).toBeGreaterThan(150);
  });

  it("stores what the schemas know, as they would have stored it", async () => {
    for (const model of Object.values(mongoose.models)) {
      const [document] = await stored(model.collection.name);
      if (!document) continue;
      // Any model of any schema: what differs between them is not asked for.
      const checked = new (model as Model<object>)(document);
      await expect(checked.validate()).resolves.toBeUndefined();
      expect({ [model.modelName]: checked.toObject() }).toEqual({ [model.modelName]: document });
    }
  });

  it("has a visit that counts and its check-in behind each confirmed sale", async () => {
    expect(await salesWithoutFootsteps()).toEqual([]);
  });

  it("leaves no event behind that anybody would have to follow", async () => {
    expect(await stored("events")).toEqual([]);
  });

  it("says how far it is, part by part", () => {
    expect(company.lines).toEqual([
      expect.stringMatching(/^people: 19 in 9 departments \(/),
      expect.stringMatching(/^plans: \d+ \(/),
      expect.stringMatching(/^customers: \d+ \(/),
      expect.stringMatching(/^targets: 38 \(/),
      expect.stringMatching(/^facts of team 1 of 4: 4 people, \d+ visits/),
      expect.stringMatching(/^facts of team 2 of 4: 4 people, \d+ visits/),
      expect.stringMatching(/^facts of team 3 of 4: 2 people, \d+ visits/),
      expect.stringMatching(/^facts of team 4 of 4: 2 people, \d+ visits/),
      expect.stringMatching(/^pay of 2026-02: 12 months priced/),
      expect.stringMatching(/^pay of 2026-03: 12 months priced/),
      expect.stringMatching(/^the same every time: [0-9a-f]{64}$/),
    ]);
  });

  it("has targets that add up to the company's", async () => {
    const records = await stored("targets", { period: "2026-02" });
    const valueOf = new Map(records.map(({ subjectId, valueFen }) => [String(subjectId), Number(valueFen)]));
    const members = (await stored("members")).map(({ _id }) => String(_id));
    const sum = members.reduce((fen, memberId) => fen + (valueOf.get(memberId) ?? 0), 0);
    expect(valueOf.get("u1")).toBe(sum);
  });

  it("shows 小王 at 60 %, and 张三 at 90 % in a team at 70 %, as the small one does", async () => {
    expect((await today("xiaowang")).mine).toMatchObject({ doneFen: 40_000_000, targetFen: demoTargets.xiaowang });
    const { mine, team } = await today("zhangsan");
    expect(mine).toMatchObject({ doneFen: 27_000_000, targetFen: 30_000_000 });
    expect(team).toMatchObject({ doneFen: 70_000_000, targetFen: 100_000_000 });
  });

  it("shows somebody new the same money in 今日 and in 收入, this month and last", async () => {
    const [rep] = await stored("memberships", { unitId: "u103", part: "member", _id: /^(?!yang)/ });
    const memberId = String(rep?.memberId);
    const now = await company.app.api.as(memberId).call("statements.mine", { period: "2026-03" });
    expect((await today(memberId)).mine?.totals).toEqual(now.totals);
    const before = await company.app.api.as(memberId).call("statements.mine", { period: "2026-02" });
    expect(before.lines.length).toBeGreaterThan(0);
  });

  it("is made once, however often it is started", async () => {
    const before = await storedCounts();
    const lines = company.lines.length;
    await company.seed();
    expect(await storedCounts()).toEqual(before);
    expect(company.lines).toHaveLength(lines);
  });

  it("refuses a database that holds the other demo", async () => {
    await expect(seedSmall(company.app)).rejects.toThrow("holds the large demo company already");
  });
});

describe("another large demo company", () => {
  it("has people who may put its plans in force, as long ago as the one of 500 people begins", async () => {
    const app = await startTestApp({ people: false, world: (trusted) => largeWorld(trusted, scale) });
    const { months } = largeScale;
    const say = (line: string) => {
      if (line.startsWith("plans")) throw new Error("that is far enough");
    };
    const seed = seedLargeCompany(app.deps, new DemoClock(app.deps.realNow), { scale: { ...scale, months }, say });
    await expect(lookAt(() => seed)).rejects.toThrow("that is far enough");
  });

  it("is the same when it was killed half-way and begun again", async () => {
    const { writesCount, fingerprint } = await wholeOf();
    const { app, seed, lines } = await startLarge();
    // Among the facts first, then again and again some writes further on, in the middle of a part.
    for (const at of [Math.floor(writesCount * 0.75), 6, 9, 14, 20]) {
      await countWrites(seed, { at, when: at === 9 ? "before" : "after" });
      // Whoever died holds the lease for some seconds more.
      app.passRealTime({ seconds: 10 });
    }
    expect(fingerprintIn(lines)).toBeUndefined();
    await seed();
    expect(fingerprintIn(lines)).toBe(fingerprint);
    expect((await checkedLedger()).difference).toBeNull();
  });

  it("is another company from another seed", async () => {
    const { fingerprint } = await wholeOf();
    const { seed, lines } = await startLarge({ seed: "another", months: ["2026-03"] });
    await seed();
    expect(fingerprintIn(lines)).not.toBe(fingerprint);
  });
});

describe("the small demo company within the large one", () => {
  const marchOf = async (collection: string) => {
    const people = Object.keys(demoTargets);
    const documents = await stored(collection);
    return documents.filter((document) => {
      const fact = document.fact as Fact; // stored as the engine takes it
      // The check-in in doubt waits for its leader in the small company alone.
      const isInDoubt = fact.kind === "visit" && fact.id.endsWith("c-xinghe-2026-03-25");
      return !isInDoubt && fact.countsOn >= "2026-03" && fact.credits.some(({ memberId }) => people.includes(memberId));
    });
  };

  it("has the March that it has by itself", async () => {
    const small = await startTestApp({ people: false });
    await seedSmall(small);
    const { mine } = await small.api.as("xiaowang").call("today.read");
    // What has been confirmed days ago is no gain of the day on which the company is set up.
    expect([(mine?.doneFen ?? 0) > 0, mine?.todayGain]).toEqual([true, null]);
    const alone = { facts: await marchOf("facts"), credits: await marchOf("credits"), sales: await stored("sales") };
    const { seed } = await startLarge();
    await seed();
    expect(await marchOf("facts")).toEqual(alone.facts);
    expect(await marchOf("credits")).toEqual(alone.credits);
    const saleIds = alone.sales.map(({ _id }): unknown => _id);
    expect((await stored("sales")).filter(({ _id }) => saleIds.includes(_id))).toEqual(alone.sales);
  });
});
