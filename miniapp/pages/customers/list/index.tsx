import { useIsMonitor } from "@/features/frame/useIsMonitor";
import { CustomerCards } from "./CustomerCards";
import { OnMonitor } from "./OnMonitor";

/** On a phone what words find; on a monitor the table of all that I may read. */
export default function FindCustomers() {
  return useIsMonitor() ? <OnMonitor /> : <CustomerCards />;
}
