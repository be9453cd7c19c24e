import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { ApiError } from "@/api/apiError";
import type { Shape } from "@/api/shape";
import { queryClient } from "@/features/query/queryClient";
import { useApiListQuery } from "@/features/query/useApiListQuery";
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

const page: Shape = { fields: { items: { listOf: { fields: { id: "text" } } }, nextCursor: { orNull: "text" } } };

function listOf(pages: Record<string, Item[]>) {
  const read = jest.fn((cursor: string | null) => {
    const at = cursor ?? "first";
    const cursors = Object.keys(pages);
    return Promise.resolve({ items: pages[at] ?? [], nextCursor: cursors[cursors.indexOf(at) + 1] ?? null });
  });
  const { result } = renderHook(
    () => useApiListQuery(["things"], read, (item: Item) => item.id, { everyMs: 60_000, keep: page }),
    {
      wrapper,
    },
  );
  const shown = () => result.current.items.map(({ id }) => id).join("");
  /** The pages as the server has them from now on, asked for again. */
  const becomes = async (now: Record<string, Item[]>) => {
    for (const cursor of Object.keys(pages)) delete pages[cursor];
    Object.assign(pages, now);
    await act(() => result.current.refresh());
  };
  const showEarlier = () => act(() => result.current.earlier?.show());
  return { read, result, shown, becomes, showEarlier };
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

it("asks for no second page by itself", async () => {
  const { read, shown } = listOf({ first: items("b"), two: items("a") });
  await waitFor(() => expect(shown()).toBe("b"));
  expect(read).toHaveBeenCalledTimes(1);
});

it("offers no page after the last", async () => {
  const { result, shown } = listOf({ first: items("a") });
  await waitFor(() => expect(shown()).toBe("a"));
  expect(result.current.earlier).toBeNull();
});

it("tries again for earlier ones that did not come", async () => {
  const { read, result, shown } = listOf({ first: items("b"), two: items("a") });
  await waitFor(() => expect(shown()).toBe("b"));
  read.mockRejectedValueOnce(new ApiError("right.missing", "no"));
  act(() => result.current.earlier?.show());
  await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(result.current.earlier?.busy).toBe(false));
  act(() => result.current.earlier?.show());
  await waitFor(() => expect(shown()).toBe("ba"));
});

it("shows nothing that the server does not have any more", async () => {
  const { result, shown, becomes, showEarlier } = listOf({ first: items("d", "c"), two: items("b", "a") });
  await waitFor(() => expect(shown()).toBe("dc"));
  showEarlier();
  await waitFor(() => expect(shown()).toBe("dcba"));
  await becomes({ first: items("d", "c") });
  await waitFor(() => expect(shown()).toBe("dc"));
  expect(result.current.earlier).toBeNull();
});

it("has no gap where something new came in", async () => {
  const { shown, becomes, showEarlier } = listOf({ first: items("d", "c"), two: items("b", "a") });
  await waitFor(() => expect(shown()).toBe("dc"));
  showEarlier();
  await waitFor(() => expect(shown()).toBe("dcba"));
  await becomes({ first: items("e", "d"), two: items("c", "b"), three: items("a") });
  await waitFor(() => expect(shown()).toBe("edcb"));
});

it("keeps what it shows where reading fails", async () => {
  const { read, result, shown, showEarlier } = listOf({ first: items("c"), two: items("b"), three: items("a") });
  await waitFor(() => expect(shown()).toBe("c"));
  showEarlier();
  await waitFor(() => expect(shown()).toBe("cb"));
  read.mockRejectedValue(new ApiError("right.missing", "no"));
  await act(() => result.current.refresh());
  expect(shown()).toBe("cb");
  showEarlier();
  await waitFor(() => expect(result.current.earlier?.failure).not.toBeNull());
  expect(shown()).toBe("cb");
});

it("shows nobody what somebody else has read on the same phone", async () => {
  const pages = { first: items("d", "c"), two: items("b", "a") };
  const { shown, showEarlier } = listOf(pages);
  await waitFor(() => expect(shown()).toBe("dc"));
  showEarlier();
  await waitFor(() => expect(shown()).toBe("dcba"));
  pages.first = items("z");
  pages.two = items("y");
  act(() => {
    queryClient.removeQueries();
    useSession.setState({ phase: "in", memberId: "lina" });
  });
  expect(shown()).toBe("");
  await waitFor(() => expect(shown()).toBe("z"));
});

it("offers nothing earlier where only the question who I am has failed", async () => {
  const { result, shown } = listOf({ first: items("a") });
  await waitFor(() => expect(shown()).toBe("a"));
  await act(() =>
    queryClient
      .fetchQuery({ queryKey: ["me"], queryFn: () => Promise.reject(new ApiError("right.missing", "no")) })
      .catch(() => {}),
  );
  expect(result.current.earlier).toBeNull();
});
