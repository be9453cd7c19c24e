import type { AnswerOf, QueryOf } from "@shared/contracts";
import { listAllLooks } from "@/api/audit";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";

type Page = AnswerOf<"audit.looks">;
export type AuditedLook = Page["items"][number];
export type LooksSought = Omit<QueryOf<"audit.looks">, "cursor">;

/** Who has looked at whom, newest first. Nothing of it stays on this phone. */
export const useAllLooks = (sought: LooksSought): ListQueryView<AuditedLook, Page> =>
  useApiListQuery<AuditedLook, Page>(
    ["allLooks", sought.person ?? "", sought.side ?? "", sought.on ?? ""],
    (cursor) => listAllLooks({ ...sought, ...(cursor !== null && { cursor }) }),
    ({ lookId }) => lookId,
    {},
  );
