import { useCustomerSearch } from "@/features/customers/useCustomerSearch";
import { useSeesDuplicates } from "@/features/customers/useDuplicates";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { useCan } from "@/features/session/useMe";
import { useTableLook } from "@/features/tables/useTableLook";
import { CustomerRow } from "@/components/CustomerRow";
import { stageText } from "@/components/stageText";
import { routes } from "@/routes";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { exportsWords } from "@/texts/areas/exports";
import { fieldWords } from "@/texts/areas/main/field";
import { importsWords } from "@/texts/areas/imports";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Earlier, Empty, Loadable, Page, Row, TextField } from "@/ui";

/** Where is this client, and whose is it? Among all that I may read. */
export function CustomerCards() {
  const { t, f } = usePageWords(customerPagesWords, exportsWords, fieldWords, importsWords);
  const words = t.customerPages.list;
  usePageFrame({ title: words.title });
  const seesDuplicates = useSeesDuplicates();
  const can = useCan();
  const mayImport = can("imports.create");
  // The table's on a monitor as well: a window may change its width.
  const { look, onLook } = useTableLook("customers");
  const typed = look.search;
  const { asked, isCut, items, earlier, state, failure, refresh } = useCustomerSearch(typed);
  return (
    <Page id="page-customers" title={words.title}>
      <TextField
        id="search"
        kind="search"
        label={words.search}
        hint={words.search}
        lengthMax={40}
        value={typed}
        onChange={(search) => onLook({ ...look, search })}
      />
      {can("exports.create") && asked !== null && items.length > 0 && (
        <Button
          id="export"
          small
          text={t.exports.open}
          onTap={() => open(routes.exports({ what: "customers", view: "seen", words: asked }))}
        />
      )}
      {seesDuplicates && asked === null && (
        <Card id="twice" flush>
          <Row
            id="duplicates"
            text={t.customerPages.duplicates.title}
            label={t.customerPages.duplicates.title}
            onTap={() => open(routes.duplicates())}
          />
        </Card>
      )}
      {mayImport && asked === null && (
        <Card id="import" flush>
          <Row
            id="open-import"
            text={t.imports.title}
            label={t.imports.title}
            onTap={() => open(routes.importClients())}
          />
        </Card>
      )}
      <Card id="found" flush>
        {asked === null ? (
          <Empty text={words.howTo} />
        ) : (
          <Loadable id="found" state={state} failure={failure} onRetry={() => void refresh()}>
            {items.length === 0 && !earlier && <Empty text={words.none} note={words.noneNote} />}
            {items.map((customer) => {
              const { customerId, name, grade, stage, address, ownerNames } = customer;
              const about = [
                t.field.list.grade({ grade }),
                stageText(stage, t),
                ownerNames.length > 0 && f.names(ownerNames),
              ];
              return (
                <CustomerRow
                  key={customerId}
                  id={`customer-${customerId}`}
                  {...{ name, address }}
                  about={about.filter(Boolean).join(" · ")}
                  onTap={() => open(routes.customer({ id: customerId }))}
                />
              );
            })}
            {isCut && <Empty text={items.length === 0 ? words.cutNone : words.cut} note={words.cutNote} />}
            <Earlier id="found-more" earlier={earlier} {...(isCut && { text: words.goOn })} />
          </Loadable>
        )}
      </Card>
    </Page>
  );
}
