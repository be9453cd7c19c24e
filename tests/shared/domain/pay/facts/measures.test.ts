import { creditsOf, type Fact, tracesOf } from "@shared/domain/pay";
import { measureCatalogue } from "@shared/domain/pay/facts/measures";
import fc from "fast-check";
import {
  assigned,
  book,
  cashRefund,
  collection,
  firstOrder,
  given,
  me,
  mine,
  other,
  period,
  plan,
  refund,
  sale,
  stage,
  team,
  valueOf,
  visit,
} from "../support/builders";
import { histories } from "../support/histories";
import { times } from "../support/runs";

const shared = (fact: Fact, share: string, rest: string): Fact => ({
  ...fact,
  credits: creditsOf(0, [
    { memberId: me, role: "owner", share, teamId: team },
    { memberId: other, role: "owner", share: rest, teamId: team },
  ]),
});

describe("sums over own facts", () => {
  it("of sales without tax divide what the invoice says as the sale is divided, less its part of refunds", () => {
    const sold = sale(1_130_00, { exclTaxFen: 1_000_00, share: "0.7", rest: "0.3" });
    expect(valueOf({ code: "sales.exclTax" }, [sold])).toBe("700");
    expect(valueOf({ code: "sales.exclTax" }, [sold, refund(sold, 565_00)])).toBe("350");
    expect(valueOf({ code: "sales.exclTax" }, [sold, refund(sold, 1_130_00)])).toBe("0");
  });

  it("of sales without tax have no value where nobody has said it of one", () => {
    expect(valueOf({ code: "sales.exclTax" }, [sale(100_00, { exclTaxFen: 90_00 }), sale(100_00, { id: "s2" })])).toBe(
      "none",
    );
  });

  it("tell sales to new clients from those to known ones, which together are all sales", () => {
    const first = sale(100_00);
    const again = sale(50_00, { id: "s2", customerId: first.customerId });
    const known = sale(30_00, { id: "s3" });
    const facts = [first, firstOrder(first), again, known, refund(again, 20_00)];
    expect(valueOf({ code: "sales.newCustomers" }, facts)).toBe("130");
    expect(valueOf({ code: "sales.oldCustomers" }, facts)).toBe("30");
    expect(valueOf({ code: "sales.confirmed" }, facts)).toBe("160");
  });

  it("count a shared visit whole or by its share, as the plan says", () => {
    const facts = [visit("a"), shared(visit("b"), "0.5", "0.5")];
    expect(valueOf({ code: "visits.effective" }, facts)).toBe("2");
    expect(valueOf({ code: "visits.effective", countBy: "share" }, facts)).toBe("3/2");
    expect(valueOf({ code: "leads.valid", countBy: "each" }, [shared(mine("lead", "l"), "0.5", "0.5")])).toBe("1");
  });

  it("count every lead, and the valid ones apart", () => {
    const facts = [mine("lead", "a"), mine("lead", "b", { valid: false })];
    expect(valueOf({ code: "leads.entered" }, facts)).toBe("2");
    expect(valueOf({ code: "leads.valid" }, facts)).toBe("1");
  });

  it("count the days of the month in the team", () => {
    expect(valueOf({ code: "team.days", unit: "days" }, [])).toBe("31");
  });
});

describe("a ratio of own facts", () => {
  it("of money is what came in and did not go back, of what was signed", () => {
    const [first, second] = [sale(100_00), sale(300_00, { id: "s2" })];
    const facts = [first, second, collection(first, 100_00), collection(second, 80_00), cashRefund(second, 30_00)];
    expect(valueOf({ code: "collections.rate" }, facts)).toBe("3/8");
  });

  it("of leads is how many valid ones became an order", () => {
    const leads = ["a", "b", "c", "d"].map((id) => mine("lead", id, id === "a" ? { convertedOn: "2026-03-20" } : {}));
    expect(valueOf({ code: "leads.conversion" }, [...leads, mine("lead", "e", { valid: false })])).toBe("1/4");
  });

  it("of stages is how many clients that reached the first have reached the second", () => {
    const facts = [stage("a", "方案提交"), stage("b", "方案提交"), stage("b", "签单"), stage("c", "签单")];
    const asked = { code: "stages.conversion", filter: { fromStage: "方案提交", stage: "签单" } };
    expect(valueOf(asked, facts)).toBe("1/2");
  });

  it("of marketing's clients counts each that was visited or followed up since its lead came", () => {
    const leads = ["a", "b", "c"].map((id) => mine("lead", id, { customerId: `customer-${id}`, on: "2026-03-10" }));
    const early = visit("c", "2026-03-09");
    const facts = [...leads, visit("a", "2026-03-11"), visit("a", "2026-03-12"), early];
    expect(valueOf({ code: "marketing.followUp" }, facts)).toBe("1/3");
    const called = mine("followUp", "f", { customerId: "customer-b", on: "2026-03-10" });
    expect(valueOf({ code: "marketing.followUp" }, [...facts, called])).toBe("2/3");
  });

  it("of trainings, exams and meetings takes its own kind, and the course that is asked for", () => {
    const facts = [
      mine("training", "a", { course: "入职", completed: true }),
      mine("training", "b", { course: "产品", completed: false }),
      mine("training", "c", { course: "入职", form: "exam", completed: true, score: "80" }),
      mine("training", "d", { course: "产品", form: "exam", completed: true, score: "95" }),
      mine("training", "e", { course: "周会", form: "meeting", completed: false }),
    ];
    expect(valueOf({ code: "trainings.completion" }, facts)).toBe("1/2");
    expect(valueOf({ code: "trainings.completion", filter: { course: "入职" } }, facts)).toBe("1");
    expect(valueOf({ code: "exams.score" }, facts)).toBe("175/2");
    expect(valueOf({ code: "meetings.attendance" }, facts)).toBe("0");
  });

  const order = (id: string, customerId: string, on: string) => sale(100_00, { id, customerId, on });
  const month = [order("a", "x", "2026-03-05"), order("b", "x", "2026-03-20"), order("c", "y", "2026-03-21")];
  const referred = [order("d", "x", "2026-02-10"), order("e", "z", "2026-02-11"), order("f", "y", "2026-01-12")];

  it("of who orders again counts clients, and an order that was cancelled whole is none", () => {
    expect(valueOf({ code: "customers.repurchase" }, month)).toBe("1/2");
    const [, second] = month;
    const cancelled = second && refund(second, 100_00);
    expect(valueOf({ code: "customers.repurchase" }, [...month, ...(cancelled ? [cancelled] : [])])).toBe("0");
  });

  it("of who stayed is how many of the month before's clients ordered in this one", () => {
    const retention = { code: "customers.retention" };
    expect(valueOf(retention, month, { referred, salesKnownFrom: "2026-02-01" })).toBe("1/2");
    expect(valueOf(retention, month, { referred })).toBe("none");
  });

  it("of a quarter's clients counts each once, so that months of it are not added", () => {
    const repurchase = { code: "customers.repurchase", period: "quarter" };
    expect(valueOf(repurchase, month, { referred, salesKnownFrom: "2026-01-01" })).toBe("2/3");
    expect(valueOf(repurchase, month, { referred, salesKnownFrom: "2026-02-01" })).toBe("none");
    const february = {
      value: { decimal: "1" },
      ratio: { numerator: "1", denominator: "1", cohort: "buyers", asOf: null },
    };
    const given = ["2026-01", "2026-02"].map(
      (period) => ({ kind: "measure", of: "member", code: "customers.repurchase", period, ...february }) as const,
    );
    expect(valueOf(repurchase, month, { given })).toBe("none");
  });

  it("has no value where it is about nobody", () => {
    for (const { code, of } of measureCatalogue) if (of === "cohort") expect(valueOf({ code }, [])).toBe("none");
  });

  it("stays as it was given where the company gives it", () => {
    const inBook = given({ code: "leads.conversion", value: { decimal: "0.3" } });
    expect(valueOf({ code: "leads.conversion" }, [mine("lead", "a")], { given: [inBook] })).toBe("3/10");
  });
});

describe("an imported value", () => {
  const imported = (id: string, more: object) =>
    mine("value", id, {
      code: "satisfaction",
      of: "member",
      subjectId: me,
      period: "2026-03",
      decimal: "4.5",
      ...more,
    });

  it("is the member's own, of the period that is asked for", () => {
    const facts = [
      imported("a", {}),
      imported("b", { period: "2026-02", decimal: "1" }),
      imported("c", { subjectId: other }),
    ];
    expect(valueOf({ code: "satisfaction" }, facts)).toBe("9/2");
  });

  it("that comes again takes the place of the one before", () => {
    const later = imported("b", { decimal: "4.8", recordedAt: "2026-03-20T10:00:00+08:00" });
    expect(valueOf({ code: "satisfaction" }, [later, imported("a", {})])).toBe("24/5");
  });

  const partner = (id: string, more: object) =>
    imported(id, { of: "partners", subjectId: id, code: "partner.attainment", decimal: "0", ...more });
  const parts = (numerator: string, denominator: string) => ({
    ratio: { numerator, denominator, cohort: "伙伴目标", asOf: "2026-03-31T10:00:00+08:00" },
  });

  it("of several partners is divided anew from both their numbers, and is no mean of theirs", () => {
    const facts = [partner("p1", parts("90", "100")), partner("p2", parts("10", "900"))];
    expect(valueOf({ code: "partner.attainment", of: "partners", unit: "ratio" }, facts)).toBe("1/10");
  });

  it("of several partners without both numbers is not made one", () => {
    const facts = [partner("p1", { decimal: "0.9" }), partner("p2", { decimal: "0.5" })];
    const asked = { code: "partner.attainment", of: "partners", unit: "ratio" };
    expect(valueOf(asked, facts)).toBe("none");
    expect(valueOf({ ...asked, unit: "count" }, facts)).toBe("7/5");
  });

  it("of one set of shops leaves out the others", () => {
    const shop = (id: string, sets: string[], decimal: string) => partner(id, { of: "shops", sets, decimal });
    const facts = [shop("p1", ["直营"], "3"), shop("p2", ["加盟"], "4"), shop("p3", ["直营"], "5")];
    const asked = { code: "partner.attainment", of: "shops", unit: "count" };
    expect(valueOf({ ...asked, set: "直营" }, facts)).toBe("8");
    expect(valueOf(asked, facts)).toBe("12");
  });
});

describe("every measure", () => {
  const trained = fc
    .array(
      fc.record({ form: fc.constantFrom(undefined, "exam" as const, "meeting" as const), completed: fc.boolean() }),
      {
        maxLength: 4,
      },
    )
    .map((list) => list.map((one, at) => mine("training", `t${at}`, { course: "课", score: String(at * 10), ...one })));
  const led = fc.array(fc.record({ valid: fc.boolean(), won: fc.boolean() }), { maxLength: 4 }).map((list) =>
    list.map(({ valid, won }, at) =>
      mine("lead", `l${at}`, {
        customerId: `customer-v${at}`,
        ...(valid ? {} : { valid: false }),
        ...(won ? { convertedOn: "2026-03-20" } : {}),
      }),
    ),
  );

  it("is the same in whatever order its facts come, and however often", () => {
    fc.assert(
      fc.property(histories, trained, led, fc.integer(), (month, trainings, leads, seed) => {
        const facts = [...month.facts, ...trainings, ...leads];
        const turned = [...facts, ...facts].sort((a, b) => (hash(a.id, seed) < hash(b.id, seed) ? -1 : 1));
        expect(everyMeasure(turned)).toEqual(everyMeasure(facts));
      }),
      times(150, 2_000),
    );
  });
});

const all = plan({
  inputs: measureCatalogue.map(({ code, name }) => ({
    ...{ name, kind: "measure", code, of: "member", period: "month" },
  })),
  components: measureCatalogue.map(({ name }, at) =>
    period({ code: `c${at}`, amount: `如果(${name} > ${name}, 1元, 2元)` }),
  ),
});
/** The traces of a component for each measure: its value is in them. */
const everyMeasure = (facts: Fact[]) =>
  [...tracesOf(assigned(all), book(facts)).values()].map(({ formula }) => formula);

const hash = (text: string, seed: number): number =>
  [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0) + seed) % 1_000_003, 7);
