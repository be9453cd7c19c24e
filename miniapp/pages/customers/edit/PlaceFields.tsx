import { tidiedLine } from "@shared/domain/tidyText";
import { type SiteForm, siteLengths } from "@/features/customers/siteForm";
import { PinField } from "../PinField";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, TextField } from "@/ui";

/** Where a new client is, one card for each of its places. */
export function PlaceFields({
  sites,
  change,
  faultOf,
  onAdd,
  confirms,
}: {
  sites: readonly SiteForm[];
  change: (sites: SiteForm[]) => void;
  faultOf: (field: string) => string | null;
  onAdd: () => void;
  /** Whether whoever saves them confirms their pins. */
  confirms: boolean;
}) {
  const { t } = usePageWords(customerPagesWords);
  const words = t.customerPages.site;
  const edit = (at: number, part: Partial<SiteForm>) =>
    change(sites.map((site, n) => (n === at ? { ...site, ...part } : site)));
  const several = sites.length > 1;
  return (
    <>
      {sites.map((site, n) => (
        <Card
          key={site.siteId}
          id={`site-${n}`}
          title={several ? words.numbered({ n: n + 1 }) : t.customerPages.edit.site}
        >
          {several && (
            <TextField
              id={`customer-sites-${n}-name`}
              required
              label={words.name}
              hint={words.nameHint}
              lengthMax={siteLengths.name}
              value={site.name}
              fault={faultOf(`sites.${n}.name`)}
              onChange={(name) => edit(n, { name: tidiedLine(name) })}
            />
          )}
          <TextField
            id={`customer-sites-${n}-address`}
            required={site.pin !== null || several}
            label={t.customerPages.edit.address}
            hint={t.customerPages.edit.addressHint}
            lengthMax={siteLengths.address}
            value={site.address}
            fault={faultOf(`sites.${n}.address`)}
            onChange={(address) => edit(n, { address: tidiedLine(address) })}
          />
          <PinField
            id={`site-${n}`}
            pin={site.pin}
            was={null}
            confirms={confirms}
            onPin={(pin, taken) => edit(n, { pin, taken })}
          />
          {several && (
            <Button
              id={`remove-site-${n}`}
              kind="quiet"
              small
              text={words.remove}
              onTap={() => change(sites.filter((_, at) => at !== n))}
            />
          )}
        </Card>
      ))}
      {sites.length < sitesMax && <Button id="add-site" kind="plain" text={words.add} onTap={onAdd} />}
    </>
  );
}

/** More places than that are added one by one at the client's own page. */
const sitesMax = 10;
