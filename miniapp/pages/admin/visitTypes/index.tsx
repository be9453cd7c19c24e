import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePageParams } from "@/features/navigation";
import { useConfiguredTypes } from "@/features/visitTypes/useVisitTypeForm";
import { useCan } from "@/features/session/useMe";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { meWords } from "@/texts/areas/main/me";
import { visitTypesWords } from "@/texts/areas/visitTypes";
import { usePageWords } from "@/texts/pageWords";
import { Loadable, Page } from "@/ui";
import { TypeForm } from "./TypeForm";
import { TypeList } from "./TypeList";

/** What kinds of visits are there, and what does each ask for? One of them where its id is given, to change; `new`: one to add. */
export default function VisitTypes() {
  const { t } = usePageWords(meWords, visitTypesWords);
  const wayOut = useWayOut();
  const words = t.visitTypes;
  const wordOf = useTypeWords();
  const { id } = usePageParams();
  const types = useConfiguredTypes();
  const may = useCan()("visitTypes.list");
  const type = types.data?.items.find(({ typeId }) => typeId === id) ?? null;
  const title = id === "new" ? words.newTitle : type ? wordOf(type.name) : t.me.titles.visitTypes;
  usePageFrame({ title });
  if (types.data && id && (type || id === "new"))
    return <TypeForm key={id} title={title} type={type} types={types.data.items} />;
  if (types.data) return <TypeList types={types.data.items} />;
  return (
    <Page id="page-visit-types" title={title}>
      {may === false ? (
        <NoRightCard id="types-back" text={words.noRight} {...wayOut} />
      ) : (
        <Loadable id="visit-types" {...types} onRetry={() => void types.refresh()}>
          {null}
        </Loadable>
      )}
    </Page>
  );
}
