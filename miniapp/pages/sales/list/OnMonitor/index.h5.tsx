import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui";

const SaleTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/SaleTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = ({ state }: { state: string }) => (
  <Suspense fallback={<Skeleton />}>
    <SaleTable first={state} />
  </Suspense>
);
