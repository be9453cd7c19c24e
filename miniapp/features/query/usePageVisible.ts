import { useState } from "react";
import { usePageHide, usePageShow } from "@/platform/page";

/** Whether this page is the one in front. Tab pages live on behind others and should not ask for anything then. */
export function usePageVisible(): boolean {
  const [visible, setVisible] = useState(true);
  usePageShow(() => setVisible(true));
  usePageHide(() => setVisible(false));
  return visible;
}
