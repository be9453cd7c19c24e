import { render, screen } from "@testing-library/react";
import type { Today } from "@/features/today/useToday";
import { MoneyCard } from "@/pages/tabs/home/MoneyCard";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
// Where a row leads is no matter here.
jest.mock("@/features/navigation", () => ({ open: jest.fn() }));

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

  it("says that it is earned where all of it is there", () => {
    card({ commissionFen: 750_000, commissionNowFen: 750_000, commissionEstimatedFen: 0, monthFen: 750_000 });
    expect(estimate()).toMatch(/预计提成7500元这笔提成已得$/);
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

  it("takes from the answer what is besides, and adds nothing up", () => {
    card({ commissionFen: 750_000, commissionEstimatedFen: 750_000, monthFen: 999_999, besidesFen: 12_300 });
    expect(screen.getByText(/提成之外另有 123.00 元/)).toBeTruthy();
  });
});
