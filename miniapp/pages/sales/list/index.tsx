import { useIsMonitor } from "@/features/frame/useIsMonitor";
import { usePageParams } from "@/features/navigation";
import { saleStates, useSalesLook } from "@/features/sales/useSeenSales";
import { useCan } from "@/features/session/useMe";
import { OnMonitor } from "./OnMonitor";
import { SaleCards } from "./SaleCards";
import { SeenSaleCards } from "./SeenSaleCards";

/** On a phone my sales, or all that I may read where I sell nothing; on a monitor the table of all that I may read. */
export default function Sales() {
  const can = useCan();
  const { state: wanted } = usePageParams();
  const looked = useSalesLook(saleStates.find((one) => one === wanted) ?? "");
  const isMonitor = useIsMonitor();
  if (isMonitor) return <OnMonitor looked={looked} />;
  const looksOnly = can("sales.submit") === false && can("sales.read") === true;
  return looksOnly ? <SeenSaleCards looked={looked} /> : <SaleCards />;
}
