import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FrameProvider } from "./features/frame/FrameProvider";
import { queryClient } from "./features/server/queryClient";
import { watchSessions } from "./features/session/recover";
import "./app.scss";

watchSessions();

export default function App({ children }: { children?: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <FrameProvider>{children}</FrameProvider>
    </QueryClientProvider>
  );
}
