import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { ApiError } from "@/api/apiError";
import { readTimeline } from "@/api/clients";
import { readSale } from "@/api/sales";
import { readLine } from "@/api/statements";
import { sendKept } from "@/api/sync";
import { readTeamMember } from "@/api/teams";
import { useTimeline } from "@/features/customers/useTimeline";
import { useLine } from "@/features/earnings/useEarnings";
import { commandQueue } from "@/features/queue/commandQueue";
import { queryClient } from "@/features/query/queryClient";
import { useSale } from "@/features/sales/useSale";
import { useSession } from "@/features/session/sessionStore";
import { useTeamMember } from "@/features/teams/useTeam";
import { clearStorage } from "../../support/fakeTaro";

/* What is asked for anew by itself once something that waited has arrived: all that one's own page shows, and nobody is looked at again. */

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/api/sales");
jest.mock("@/api/statements");
jest.mock("@/api/teams");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);
const of = (...memberIds: string[]) => memberIds.map((memberId) => ({ memberId }));
const sale = {
  ...{ saleId: "s1", customerId: "c1", customerName: "海岳机械", amountFen: 100, contractNo: null, revision: 1 },
  ...{ rep: { memberId: "xiaowang", name: "小王" }, signedOn: "2026-03-26", state: "submitted" as const },
  ...{ submittedAt: "2026-03-26T01:00:00.000Z", confirmedAt: null, confirmedByName: null, mayDecide: false },
  ...{ returnReason: null, mayPraise: false },
};

/** A sale that waited arrives. */
async function arrives(commandId = "k1"): Promise<void> {
  await act(async () => {
    const { told } = commandQueue.add({
      ...{ commandId, kind: "sales.submit", body: {}, lane: "c1", after: null, about: "海岳机械", draft: null },
      ...{ captured: { at: sale.submittedAt, kind: "anchored" }, shown: { sale }, opens: "" },
    });
    await told;
  });
  await act(() => new Promise((end) => void setTimeout(end, 50)));
}

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  jest
    .mocked(sendKept)
    .mockImplementation(({ items }) =>
      Promise.resolve({ items: items.map(({ commandId }) => ({ commandId, status: 200, body: { sale } })) }),
    );
});
afterEach(() => queryClient.clear());

type Reads = [what: string, use: () => unknown, read: unknown, answer: object];
const timeline = { items: [], nextCursor: null, otherThere: null };
const line = (...memberIds: string[]) => ({ sales: [{ footsteps: of(...memberIds) }], visits: of("xiaowang") });

const own: Reads[] = [
  ["the timeline of a client that I serve", () => useTimeline("c1", true), readTimeline, timeline],
  ["a line of my pay behind which are my visits alone", () => useLine("2026-03", "l1"), readLine, line("xiaowang")],
  ["my sale", () => useSale("s1"), readSale, { sale, footsteps: of("xiaowang") }],
];
const looks: Reads[] = [
  ["the timeline of a client that is read by office", () => useTimeline("c1", false), readTimeline, timeline],
  ["a line behind which are visits of whoever shares the client", () => useLine("2026-03", "l1"), readLine, line("li")],
  ["a sale with visits of the other owner", () => useSale("s1"), readSale, { sale, footsteps: of("li") }],
  [
    "the page of one of my people",
    () => useTeamMember({ unitId: "u1", id: "li", period: "2026-03" }),
    readTeamMember,
    { member: {} },
  ],
];

it.each(own)("asks anew for %s", async (_what, use, read, answer) => {
  const asked = jest.mocked(read as () => Promise<object>).mockResolvedValue(answer);
  const { unmount } = renderHook(use, { wrapper });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await arrives();
  expect(asked).toHaveBeenCalledTimes(2);
  unmount();
});

it.each(looks)("does not look again at %s", async (_what, use, read, answer) => {
  const asked = jest.mocked(read as () => Promise<object>).mockResolvedValue(answer);
  const { unmount } = renderHook(use, { wrapper });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await arrives();
  expect(asked).toHaveBeenCalledTimes(1);
  unmount();
});

it("asks for what could not be read, whosever it is", async () => {
  const asked = jest.mocked(readTeamMember).mockRejectedValue(new ApiError("right.missing", "…"));
  const { unmount } = renderHook(() => useTeamMember({ unitId: "u1", id: "li", period: "2026-03" }), { wrapper });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await arrives();
  expect(asked).toHaveBeenCalledTimes(2);
  unmount();
});

it("what was asked just before it arrived, and is answered as of before, does not stand", async () => {
  const read = (state: string) => ({ sale: { ...sale, state }, footsteps: [], seesFootsteps: true, countsFor: [] });
  let answerBefore: (answer: unknown) => void = () => {};
  const asked = jest.mocked(readSale) as unknown as jest.Mock<Promise<unknown>>;
  asked.mockImplementationOnce(() => new Promise((resolve) => (answerBefore = resolve)));
  asked.mockImplementation(() => Promise.resolve(read("confirmed")));
  const { result } = renderHook(() => useSale("s1"), { wrapper });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await arrives();
  await act(async () => answerBefore(read("submitted")));
  await waitFor(() => expect(result.current.data?.sale.state).toBe("confirmed"));
});

it("what a slow network brings is shown and asked for again, however much arrives meanwhile", async () => {
  const read = (state: string) => ({ sale: { ...sale, state }, footsteps: [], seesFootsteps: true, countsFor: [] });
  const answers: ((answer: unknown) => void)[] = [];
  const asked = jest.mocked(readSale) as unknown as jest.Mock<Promise<unknown>>;
  asked.mockImplementation(() => new Promise((resolve) => void answers.push(resolve)));
  const { result } = renderHook(() => useSale("s1"), { wrapper });
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  await arrives("k1");
  await act(async () => answers[0]?.(read("submitted")));
  await waitFor(() => expect(result.current.data?.sale.state).toBe("submitted"));
  await arrives("k2");
  await act(async () => answers.at(-1)?.(read("confirmed")));
  await waitFor(() => expect(result.current.data?.sale.state).toBe("confirmed"));
});
