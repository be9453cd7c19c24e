import { useState } from "react";
import type { AnswerOf, QueryOf } from "@shared/contracts";
import { listAllLooks } from "@/api/audit";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";

type Page = AnswerOf<"audit.looks">;
export type AuditedLook = Page["items"][number];
type Query = Omit<QueryOf<"audit.looks">, "cursor">;

/** Which looks are sought: of a person, on one of the two sides, and of a day; empty: of any. */
export interface LooksSought {
  person: { memberId: string; name: string } | null;
  side: NonNullable<Query["side"]>;
  on: string;
  change: (part: Partial<Pick<LooksSought, "person" | "side" | "on">>) => void;
}

export function useLooksSought(): LooksSought {
  const [sought, setSought] = useState<Omit<LooksSought, "change">>({ person: null, side: "whom", on: "" });
  return { ...sought, change: (part) => setSought((before) => ({ ...before, ...part })) };
}

/** Who has looked at whom, newest first. Nothing of it stays on this phone. */
export function useAllLooks({ person, side, on }: LooksSought): ListQueryView<AuditedLook, Page> {
  const query: Query = { ...(person && { person: person.memberId, side }), ...(on !== "" && { on }) };
  return useApiListQuery<AuditedLook, Page>(
    ["allLooks", query.person ?? "", query.side ?? "", on],
    (cursor) => listAllLooks({ ...query, ...(cursor !== null && { cursor }) }),
    ({ lookId }) => lookId,
    {},
  );
}
