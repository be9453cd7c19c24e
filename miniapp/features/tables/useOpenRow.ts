import { useState } from "react";
import { usePageShow } from "@/features/navigation";

/** Which row of a table is open beside it: none any more once the table itself is in front again. */
export function useOpenRow(): { openId: string | null; opened: (rowId: string) => void } {
  const [openId, opened] = useState<string | null>(null);
  usePageShow(() => opened(null));
  return { openId, opened };
}
