import { render, screen } from "@testing-library/react";
import type { Today } from "@/features/today/useToday";
import { MoneyCard } from "@/pages/tabs/home/MoneyCard";
import { MonthMoney } from "@/pages/tabs/home/MonthMoney";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
// Where a row leads is no matter here.
jest.mock("@/features/navigation", () => ({ open: jest.fn() }));
let today = "2026-03-26";
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => today,
}));
afterEach(() => (today = "2026-03-26"));
jest.mock("@/features/earnings/useEarnings", () => ({ useNextStep: () => ({ data: undefined }) }));

type Mine = NonNullable<Today["mine"]>;

const mine = (change: Partial<Mine>): Mine => ({
  doneFen: 50_000_000,
  targetFen: null,
  totals: { estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 },
  monthFen: 0,
  nowFen: 0,
  commissionNowFen: 0,
  commissionFen: 0,
  commissionEstimatedFen: 0,
  besidesFen: 0,
  ordersCount: 1,
  effectiveVisitsCount: 0,
  todayGain: null,
  pending: { count: 0, amountFen: 0 },
  ...change,
});
const card = (change: Partial<Mine>) => render(<MoneyCard mine={mine(change)} team={null} />);
const estimate = () => document.querySelector("#live-estimate")?.textContent?.replace(/\s/g, " ");

describe("预计提成 on 今日", () => {
  it("says that the month's end decides where none of it is there yet", () => {
    card({ commissionFen: 750_000, commissionEstimatedFen: 750_000, monthFen: 750_000 });
    expect(estimate()).toMatch(/预计提成7500元这笔提成还是预估，月底才定$/);
  });

  it("is the sum of the row above where all of it is there, and 已得 in that row alone", () => {
    card({ commissionFen: 750_000, commissionNowFen: 750_000, commissionEstimatedFen: 0, monthFen: 750_000 });
    expect(estimate()).toMatch(/预计提成7500元就是上面这笔，不另算$/);
    expect(document.querySelector("#commission-now")?.textContent).toBe("当前佣金已达7500元已得");
  });

  it("is left out for whoever has no commission, unless a sale that may bring some waits", () => {
    card({ commissionFen: 0, monthFen: 90_000 });
    expect(estimate()).toBeUndefined();
    card({ commissionFen: 0, pending: { count: 1, amountFen: 100_000 } });
    expect(estimate()).toContain("预计提成0元");
  });

  it("stands there at nothing for whoever has sold and is paid nothing yet, such as before their team has got so far", () => {
    card({ commissionFen: 0, monthFen: 0 });
    expect(estimate()).toContain("预计提成0元");
  });

  it("is left out for whose plans pay none, with what today's sales have brought of it", () => {
    const todayGain = { salesFen: 4_000_000, commissionFen: 0, otherFen: 0 };
    card({ hasCommission: false, todayGain, pending: { count: 1, amountFen: 100_000 } });
    expect(document.querySelector("#home-money")?.textContent).not.toContain("提成");
  });

  it("wears no mark of a state", () => {
    card({ commissionFen: 750_000, commissionNowFen: 750_000, commissionEstimatedFen: 0, monthFen: 750_000 });
    expect(document.querySelector("#live-estimate .mark")).toBeNull();
  });

  it("says both parts where it is partly there", () => {
    card({
      commissionFen: 750_000,
      commissionNowFen: 150_000,
      commissionEstimatedFen: 600_000,
      besidesFen: 50_000,
      monthFen: 800_000,
    });
    expect(estimate()).toContain("其中已得 1,500.00 元，预估 6,000.00 元");
    expect(screen.getByText(/提成之外另有 500.00 元/)).toBeTruthy();
  });

  it("calls it 已得 no more where some of what is there is to be paid: on 收入 已得 is another sum", () => {
    const totals = { estimatedFen: 600_000, earnedFen: 100_000, payableFen: 50_000, paidFen: 0 };
    card({ totals, commissionFen: 750_000, commissionNowFen: 150_000, commissionEstimatedFen: 600_000 });
    expect(estimate()).toContain("其中已经有 1,500.00 元，预估 6,000.00 元");
    expect(document.querySelector("#home-money")?.textContent).not.toContain("已得");
  });

  it("takes from the answer what is besides, and adds nothing up", () => {
    card({ commissionFen: 750_000, commissionEstimatedFen: 750_000, monthFen: 999_999, besidesFen: 12_300 });
    expect(screen.getByText(/提成之外另有 123.00 元/)).toBeTruthy();
  });
});

describe("what there is of the month on 今日", () => {
  const now = (totals: Mine["totals"]) => {
    const today: Today = {
      ...{ period: "2026-03", asOf: "2026-03-26T01:00:00.000Z", leads: [], team: null, mine: null },
      pace: { monthPassed: { numerator: 1, denominator: 2 } } as unknown as Today["pace"], // not shown here
    };
    const nowFen = totals.earnedFen + totals.payableFen + totals.paidFen;
    render(<MonthMoney today={today} mine={mine({ totals, nowFen })} />);
    return document.querySelector("#month-now")?.textContent?.replace(/\s/g, " ");
  };

  it("is 已得 where 收入 has all of it as 已得", () => {
    expect(now({ estimatedFen: 0, earnedFen: 600_000, payableFen: 0, paidFen: 0 })).toMatch(/^已经有已得6,000.00/);
  });

  it("says of which states it is made, each with the sum that it has on 收入", () => {
    const said = now({ estimatedFen: 0, earnedFen: 600_000, payableFen: 50_000, paidFen: 0 });
    expect(said).toBe("已经有6,500.00 元已得 6,000.00 · 待发 500.00");
  });

  it("is 待发 where all of it is to be paid", () => {
    expect(now({ estimatedFen: 0, earnedFen: 0, payableFen: 50_000, paidFen: 0 })).toMatch(/^已经有待发500.00/);
  });
});

describe("a sale that waits for its confirmation", () => {
  const note = (on: string) => {
    today = on;
    card({ pending: { count: 1, amountFen: 10_000_000, newestSignedOn: "2026-03-26" } });
    return document.querySelector("#pending-counts-in")?.textContent ?? null;
  };

  it("says in the month's last days by when it is confirmed to count in it", () => {
    expect(note("2026-03-30")).toBe("3月31日前（含当天）确认才计入3月，再晚计入下个月");
  });

  it("says in the next month that it counts there", () => {
    expect(note("2026-04-01")).toBe("3月签的单，现在确认计入4月");
  });

  it("says nothing before", () => {
    expect(note("2026-03-26")).toBeNull();
  });
});
