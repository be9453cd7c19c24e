import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui";
import type { OpeningsAsked } from "@/features/openings/useOpenings";

const OpeningsTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/OpeningsTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = ({ asked }: { asked: OpeningsAsked }) => (
  <Suspense fallback={<Skeleton />}>
    <OpeningsTable asked={asked} />
  </Suspense>
);
