import { useEffect } from "react";
import type { CustomerView } from "@shared/contracts";
import { useMe } from "@/features/session/useMe";
import { stand } from "./stand";

let placed = false;

/** In the demo's browser the phone stands at a client from the start. @returns whether the panel is offered */
export function useDemoStand(customers: readonly CustomerView[] | undefined): boolean {
  const me = useMe();
  const offered = process.env.TARO_ENV === "h5" && me.data?.demo === true;
  useEffect(() => {
    if (!offered || !customers || customers.length === 0 || placed) return;
    placed = true;
    stand({}, customers);
  }, [offered, customers]);
  return offered;
}
