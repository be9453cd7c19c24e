import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui";

const MembersTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/MembersTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = () => (
  <Suspense fallback={<Skeleton />}>
    <MembersTable />
  </Suspense>
);
