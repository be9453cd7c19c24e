import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Desk } from "./desk";
import { FrameProvider } from "./features/frame/FrameProvider";
import { queryClient } from "./features/query/queryClient";
import { restartAt, useBrokenPage, useMissingPage } from "./features/navigation";
import { openAgain } from "./features/renew/askAgain";
import { watchQueue } from "./features/queue/commandQueue";
import { watchVersions } from "./features/renew/renewal";
import { watchReader } from "./features/session/otherReader";
import { watchSessions } from "./features/session/recover";
import { askEarly } from "./features/today/askEarly";
import { businessDayNow } from "./features/time";
import { routes } from "./routes";
import { yearIs } from "./texts/formats";
import "./app.scss";

yearIs(() => businessDayNow().slice(0, 4));
watchSessions();
watchReader();
askEarly();
watchVersions();
watchQueue();

export default function App({ children }: { children?: ReactNode }) {
  // An old link, or one that was typed: better 今日 than an empty page.
  useMissingPage(() => restartAt(routes.today()));
  useBrokenPage(openAgain);
  return (
    <QueryClientProvider client={queryClient}>
      <FrameProvider>
        <Desk />
        {children}
      </FrameProvider>
    </QueryClientProvider>
  );
}
