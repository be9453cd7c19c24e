import { useIsMonitor } from "@/features/frame/useIsMonitor";
import { OnMonitor } from "./OnMonitor";
import { SaleCards } from "./SaleCards";

/** On a phone my sales; on a monitor the table of all that I may read. */
export default function Sales() {
  return useIsMonitor() ? <OnMonitor /> : <SaleCards />;
}
