import type { VisitTypeView } from "@shared/contracts";
import { firstVisitTypes, isOffered } from "@shared/domain/visitType";
import { visitTypesShapes } from "@/api/answerShapes/visitTypes";
import { readMyVisitTypes } from "@/api/visitTypes";
import { useApiQuery } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import { known } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { viewOf } from "./visitForm";

/**
 * The types that I may record a visit by. A phone that has never heard of the company's takes those that every company began with, which
 * every server knows: without a network a record is written all the same.
 */
export function useVisitTypes(): readonly VisitTypeView[] {
  const leads = useSession(({ remembered }) => remembered?.roles.includes("manager") ?? false);
  const { data } = useApiQuery(["visitTypes"], readMyVisitTypes, { keep: visitTypesShapes["visitTypes.mine"] });
  return data?.items ?? firstVisitTypes.filter((type) => isOffered(type, leads)).map(viewOf);
}

/** A type's words as the reader reads them: those that we ship are known in each language, a company's own stand as they were typed. */
export function useTypeWords(): (word: string) => string {
  const { t } = usePageWords(fieldWords);
  return (word) => known<string, string>(t.field.shippedTypes, word) ?? word;
}
