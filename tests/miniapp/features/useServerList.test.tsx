import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { ApiError } from "@/api/apiError";
import { queryClient } from "@/features/server/queryClient";
import { useServerList } from "@/features/server/useServerList";
import { useSession } from "@/features/session/sessionStore";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

interface Item {
  id: string;
}

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);
const items = (...ids: string[]): Item[] => ids.map((id) => ({ id }));

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
});
afterEach(() => queryClient.clear());

function listOf(pages: Record<string, Item[]>) {
  const cursors = Object.keys(pages);
  const read = jest.fn((cursor: string | null) => {
    const at = cursor ?? "first";
    return Promise.resolve({ items: pages[at] ?? [], nextCursor: cursors[cursors.indexOf(at) + 1] ?? null });
  });
  const { result } = renderHook(() => useServerList(["things"], read, (item: Item) => item.id, 60_000), { wrapper });
  const shown = () => result.current.items.map(({ id }) => id).join("");
  return { read, result, shown };
}

it("shows earlier ones page after page until there are none, each once", async () => {
  // e came in between the first page and the second, so d stands on both.
  const { result, shown } = listOf({ first: items("f", "d"), two: items("d", "c"), three: items("b", "a") });
  await waitFor(() => expect(shown()).toBe("fd"));
  act(() => result.current.earlier?.show());
  await waitFor(() => expect(shown()).toBe("fdc"));
  act(() => result.current.earlier?.show());
  // What is there stays while more is on its way.
  expect(shown()).toBe("fdc");
  await waitFor(() => expect(shown()).toBe("fdcba"));
  expect(result.current.earlier).toBeNull();
});

it("asks for no second page by itself, and offers none after the last", async () => {
  const { read, result, shown } = listOf({ first: items("a") });
  await waitFor(() => expect(shown()).toBe("a"));
  expect(result.current.earlier).toBeNull();
  expect(read).toHaveBeenCalledTimes(1);
});

it("keeps the way to earlier ones where they did not come, and tries again", async () => {
  const { read, result, shown } = listOf({ first: items("b"), two: items("a") });
  await waitFor(() => expect(shown()).toBe("b"));
  read.mockRejectedValueOnce(new ApiError("right.missing", "no"));
  act(() => result.current.earlier?.show());
  await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(result.current.earlier?.busy).toBe(false));
  act(() => result.current.earlier?.show());
  await waitFor(() => expect(shown()).toBe("ba"));
});
