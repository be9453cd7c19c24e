import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/api/apiError";

/** Only what a second try can change is tried again: no connection, a busy or broken server. */
export const isWorthRetrying = (error: unknown): boolean =>
  error instanceof ApiError && ["network", "server.failed", "server.unavailable", "conflict.busy"].includes(error.code);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The phone's word on being offline is not trusted: asking shows it.
      networkMode: "always",
      retry: (failures, error) => failures < 1 && isWorthRetrying(error),
      retryDelay: 800,
      staleTime: 2_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});
