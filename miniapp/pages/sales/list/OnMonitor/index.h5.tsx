import { lazy, Suspense } from "react";
import type { Looked } from "@/features/tables/useTableLook";
import { Skeleton } from "@/ui";

const SaleTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/SaleTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = ({ looked }: { looked: Looked }) => (
  <Suspense fallback={<Skeleton />}>
    <SaleTable looked={looked} />
  </Suspense>
);
