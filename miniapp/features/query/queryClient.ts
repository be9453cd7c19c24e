import { QueryClient } from "@tanstack/react-query";
import { mayRetry } from "@/api/mayRetry";
import { noteAnswers } from "./answerTimes";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The phone's word on being offline is not trusted: asking shows it.
      networkMode: "always",
      retry: (failures, error) => failures < 1 && mayRetry(error),
      retryDelay: 800,
      staleTime: 2_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

noteAnswers(queryClient.getQueryCache());

// Each command ends with an invalidation; a page in front is asked for by that itself.
queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== "updated" || event.action.type !== "invalidate") return;
  const { query } = event;
  if (query.meta?.followsCommands && query.state.data !== undefined && !query.isActive()) query.fetch().catch(() => {});
});
