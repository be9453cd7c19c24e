import type { ConfiguredVisitTypeView } from "@shared/contracts";
import { open } from "@/features/navigation";
import { useTypeWords } from "@/features/visits/useVisitTypes";
import { routes } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { visitTypesWords } from "@/texts/areas/visitTypes";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Page, Row, Words } from "@/ui";

/** All types, with how much each asks for and who changed it last. */
export function TypeList({ types }: { types: readonly ConfiguredVisitTypeView[] }) {
  const { t, f } = usePageWords(meWords, visitTypesWords);
  const words = t.visitTypes;
  const wordOf = useTypeWords();
  return (
    <Page
      id="page-visit-types"
      title={t.me.titles.visitTypes}
      bar={
        <Button
          id="add-type"
          kind="primary"
          grow
          text={words.add}
          onTap={() => open(routes.visitTypes({ id: "new" }))}
        />
      }
    >
      <Card>
        <Words as="sub" tone="quiet">
          {words.note}
        </Words>
      </Card>
      <Card id="visit-types" flush>
        {types.map(({ typeId, name, steps, inUse, changed }) => {
          const asks = words.row({
            steps: String(steps.length),
            required: String(steps.filter((one) => one.required).length),
          });
          const by = changed
            ? words.changed({ name: changed.byName, time: f.instant(new Date(changed.at)) })
            : words.shippedAsIs;
          return (
            <Row
              key={typeId}
              id={`type-${typeId}`}
              text={wordOf(name)}
              note={
                <>
                  <Words as="sub" tone="quiet">
                    {asks}
                  </Words>
                  <Words as="note" tone="quiet">
                    {by}
                  </Words>
                </>
              }
              {...(!inUse && {
                value: (
                  <Words as="sub" tone="warn">
                    {words.outOfUse}
                  </Words>
                ),
              })}
              label={f.said(wordOf(name), asks, !inUse && words.outOfUse, by)}
              onTap={() => open(routes.visitTypes({ id: typeId }))}
            />
          );
        })}
      </Card>
    </Page>
  );
}
