import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui";
import type { MemberTableProps } from "../desk/MemberTable";

const MemberTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/MemberTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = (props: MemberTableProps) => (
  <Suspense fallback={<Skeleton />}>
    <MemberTable {...props} />
  </Suspense>
);
