import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui";
import type { MembersLook } from "@/features/staff/useMembersLook";

const MembersTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/MembersTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = ({ looked }: { looked: MembersLook }) => (
  <Suspense fallback={<Skeleton />}>
    <MembersTable looked={looked} />
  </Suspense>
);
