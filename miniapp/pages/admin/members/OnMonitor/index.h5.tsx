import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui";
import type { FirstLook } from "../MemberList";

const MembersTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/MembersTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = (first: FirstLook) => (
  <Suspense fallback={<Skeleton />}>
    <MembersTable first={first} />
  </Suspense>
);
