import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui";
import type { LooksSought } from "@/features/office/useAllLooks";

const LooksTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/LooksTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = ({ sought }: { sought: LooksSought }) => (
  <Suspense fallback={<Skeleton />}>
    <LooksTable sought={sought} />
  </Suspense>
);
