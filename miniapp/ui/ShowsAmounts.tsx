import type { ReactNode } from "react";
import { FrameContext, useFrame } from "./frame";

/** Amounts that have to be read in any case: what somebody decides on, the rules of a plan. */
export function ShowsAmounts({ children }: { children: ReactNode }) {
  const frame = useFrame();
  return <FrameContext.Provider value={{ ...frame, amountsHidden: false }}>{children}</FrameContext.Provider>;
}
