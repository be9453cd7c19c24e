import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { setPublicPraise } from "@/api/me";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import Consent from "@/pages/auth/consent";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/me");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => {} }));

const read = (
  acceptedVersion: string | null,
  privacy: object = { photoKeptDays: 90 },
  consent: object = {},
  member: object = {},
) => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  queryClient.setQueryData(["me"], {
    member: { memberId: "xiaowang", roles: ["rep"], publicPraise: "yes", revision: 1, ...member },
    consent: { acceptedVersion, currentVersion: "2", ...consent },
    privacy: { responsible: "海岳", contact: null, positionKeptDays: 30, ...privacy },
    administratorNames: ["秦宇"],
  });
  render(
    <QueryClientProvider client={queryClient}>
      <Consent />
    </QueryClientProvider>,
  );
  return document.body.textContent ?? "";
};

it("says before it is given who sees a photo, and for how long it is kept", () => {
  const words = read(null);
  expect(words).toContain("你自己能看；要人决定的打卡，决定的人也能看");
  expect(words).toContain("照片存 90 天");
});

it("says no number of days that a server of before has not told", () => {
  expect(read(null, {})).not.toContain("照片存");
});

it("says to whoever has agreed to an earlier version what is new in this one", () => {
  expect(read("1")).toContain("这一版补上了照片和 Wi-Fi 怎么用");
});

it("speaks of no earlier version to whoever is asked for the first time", () => {
  expect(read(null)).not.toContain("上一版");
});

it("names a text by its number, since the day on which it was written is no day of whoever reads it", () => {
  const version = "2026-11-30";
  const numbers = { acceptedNumber: 4, currentVersion: version, currentNumber: 4 };
  const said = read(version, undefined, numbers);
  expect(said).toContain("已同意第 4 版");
  expect(said.split("第 4 版")).toHaveLength(2);
  expect(said).not.toContain(version);
});

const chosen = () => [...document.querySelectorAll("#praise [aria-checked=true]")].map(({ id }) => id);

it("chooses for nobody whether the group may hear their name", () => {
  expect(read(null, {}, {}, { publicPraise: "ask", hasChosenPraise: false })).toContain("还没选");
  expect(chosen()).toEqual([]);
});

it("shows what somebody has chosen before", () => {
  read(null, {}, {}, { hasChosenPraise: true });
  expect(chosen()).toEqual(["praise-yes"]);
});

it("shows what somebody chooses at once", async () => {
  jest.mocked(setPublicPraise).mockResolvedValue({ publicPraise: "yes", revision: 2 });
  read(null, {}, {}, { publicPraise: "ask", hasChosenPraise: false });
  await act(async () => void fireEvent.click(screen.getByRole("radio", { name: "可以" })));
  await waitFor(() => expect(chosen()).toEqual(["praise-yes"]));
});
