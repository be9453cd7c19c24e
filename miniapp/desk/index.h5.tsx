import { lazy, Suspense, useSyncExternalStore } from "react";

const DeskFrame = lazy(() =>
  import(/* webpackChunkName: "desk" */ "./DeskFrame").catch((error: Error) => {
    // Found as any part of the program that is missing (platform/renew); the pages stand without it.
    void Promise.reject(error);
    return { default: () => null };
  }),
);

const onResize = (told: () => void) => {
  window.addEventListener("resize", told);
  return () => window.removeEventListener("resize", told);
};

/** The desktop's frame, a file of its own that no window below 1,024 px loads. */
export const Desk = () =>
  useSyncExternalStore(onResize, () => window.innerWidth >= 1024) ? (
    <Suspense fallback={null}>
      <DeskFrame />
    </Suspense>
  ) : null;
