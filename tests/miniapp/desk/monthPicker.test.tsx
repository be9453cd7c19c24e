import { act, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { chooseMonth, useChosenMonth } from "@/features/earnings/chosenMonth";
import { useSession } from "@/features/session/sessionStore";
import { usePresentMonth } from "@/features/time";
import { MonthPicker, useMonthHeard } from "@/desk/MonthPicker";
import { routes } from "@/routes";
import { WordsContext, wordsOf } from "@/texts";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  usePresentMonth: jest.fn(),
}));

const member = (...roles: string[]) => useSession.getState().enter({ memberId: "chenhao", language: "zh-CN", roles });
const heard = (...seen: string[]) => renderHook(() => useMonthHeard(seen)).result.current;
const offered = () => screen.getAllByRole("button").map(({ textContent }) => textContent);
const open = () => fireEvent.click(document.getElementById("desk-month") as HTMLElement);

beforeEach(() => {
  jest.mocked(usePresentMonth).mockReturnValue("2027-01");
  act(() => {
    chooseMonth("money", null);
    chooseMonth("team", null);
  });
});

describe("The month of a monitor's header", () => {
  it.each([
    ["own pay of who sells", ["rep"], routes.earnings()],
    ["the team of who leads", ["manager"], routes.team()],
    ["own pay of an office", ["finance"], routes.income()],
    ["results", ["hr"], routes.level()],
  ])("is heard by %s", (_what, roles, page) => {
    member(...roles);
    expect(heard(page)).toBe(page);
  });

  it.each([
    ["reports of an office, which stand where others have their pay", ["finance"], routes.earnings()],
    ["clients of a rep, which stand where others have their team", ["rep"], routes.team()],
    ["sales, which have a filter for it", ["manager"], routes.mySales()],
    ["members", ["hr"], routes.members()],
  ])("is not there beside %s", (_what, roles, page) => {
    member(...roles);
    expect(heard(page)).toBeNull();
  });

  it("is that of the list where what was opened from it has none", () => {
    member("manager");
    expect(heard("/pages/team/member/index", routes.team())).toBe(routes.team());
  });

  it("is of twelve months back over the year's end", () => {
    member("manager");
    render(<MonthPicker seen={routes.team()} />);
    open();
    expect(offered().slice(1, 3)).toEqual(["2027年1月本月", "2026年12月"]);
    expect(offered().at(-1)).toBe("2026年2月");
  });

  it("has English names for who reads English", () => {
    member("manager");
    render(
      <WordsContext.Provider value={wordsOf("en")}>
        <MonthPicker seen={routes.team()} />
      </WordsContext.Provider>,
    );
    open();
    expect(offered()[2]).toBe("December 2026");
  });

  it("is one for pay and results, and the focus goes back to its button", () => {
    member("manager");
    render(<MonthPicker seen={routes.team()} />);
    open();
    fireEvent.click(document.getElementById("desk-month-2026-12") as HTMLElement);
    const { result } = renderHook(() => [useChosenMonth("money"), useChosenMonth("team")]);
    expect(result.current).toEqual(["2026-12", "2026-12"]);
    expect(document.activeElement?.id).toBe("desk-month");
  });

  it("takes the place of a page's own way to other months as long as it is there", () => {
    member("finance");
    const { unmount } = render(<MonthPicker seen={routes.income()} />);
    expect(document.documentElement.classList.contains("has-month")).toBe(true);
    unmount();
    expect(document.documentElement.classList.contains("has-month")).toBe(false);
  });
});
