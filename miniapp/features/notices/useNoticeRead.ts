import { useEffect } from "react";
import { markNoticeRead } from "@/api/notices";
import { newId } from "@/platform/newId";
import { usePageParams } from "@/platform/page";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";

/** A page that a message has led to marks that message as read, whichever way it was opened. */
export function useNoticeRead(): void {
  const { notice } = usePageParams();
  const known = useSession(({ phase, memberId }) => phase !== "out" && memberId !== null);
  useEffect(() => {
    if (!notice || !known) return;
    markNoticeRead(notice, newId())
      .then(() => queryClient.invalidateQueries({ queryKey: ["notices"] }))
      // It stays unread, which the list shows; nothing else depends on it.
      .catch(() => {});
  }, [notice, known]);
}
