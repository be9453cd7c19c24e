import { lazy, Suspense } from "react";
import { useIsMonitor } from "@/features/frame/useIsMonitor";

const DeskFrame = lazy(() =>
  import(/* webpackChunkName: "desk" */ "./DeskFrame").catch((error: Error) => {
    // Found as any part of the program that is missing (platform/renew); the pages stand without it.
    void Promise.reject(error);
    return { default: () => null };
  }),
);

/** The desktop's frame, a file of its own that no window below 1,024 px loads. */
export const Desk = () =>
  useIsMonitor() ? (
    <Suspense fallback={null}>
      <DeskFrame />
    </Suspense>
  ) : null;
