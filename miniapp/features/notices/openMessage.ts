import { openMonth } from "@/features/earnings/chosenMonth";
import { open } from "@/platform/navigation";
import { routes } from "@/routes";

/** Opens the page that a message leads to. Tabs take no parameters: the month that it is about is handed over beside the address. */
export function openMessage(path: string): void {
  const [page, query = ""] = path.split("?");
  if (page !== routes.earnings()) return open(path);
  const [, period] = /(?:^|&)period=(\d{4}-\d{2})(?:&|$)/.exec(query) ?? [];
  openMonth("money", period ?? null);
}
