import { QueryClient } from "@tanstack/react-query";
import { mayRetry } from "@/api/mayRetry";

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
