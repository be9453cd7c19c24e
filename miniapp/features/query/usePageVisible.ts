import { useState } from "react";
import { sight, usePageHide, usePageShow } from "@/platform/page";

/** Whether this page is the one in front, or seen beside it. Tab pages live on behind others and should not ask for anything then. */
export function usePageVisible(): boolean {
  const [visible, setVisible] = useState(true);
  usePageShow(() => setVisible(true));
  usePageHide(() => setVisible(sight.stays()));
  return visible;
}
