import { lazy, Suspense } from "react";
import { Skeleton } from "@/ui";

const CustomerTable = lazy(() => import(/* webpackChunkName: "tables" */ "../desk/CustomerTable"));

/** Tables come with the first of them: no phone loads any. */
export const OnMonitor = () => (
  <Suspense fallback={<Skeleton />}>
    <CustomerTable />
  </Suspense>
);
