import { useState } from "react";
import { type SiteCodePage, useSiteCode } from "@/features/customers/useSiteCode";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { siteCodeWords } from "@/texts/areas/siteCode";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, Sheet, Words } from "@/ui";

/** The code that hangs at a client's place: whether there is one, its sheet, and another in its place. */
export default openedWith({ id: "id", site: "id" }, SiteCode);

function SiteCode({ id, site }: { id: string; site: string }) {
  const { t } = usePageWords(siteCodeWords);
  const words = t.siteCode.page;
  usePageFrame({ title: words.title });
  const { page, renewal, sheet } = useSiteCode(id, site);
  const [asking, setAsking] = useState(false);
  const { data } = page;
  const renew = (seen: SiteCodePage) => void renewal.run(seen).then(() => setAsking(false));
  return (
    <Page
      id="page-site-code"
      title={words.title}
      {...(data?.mayRenew && {
        bar: (
          <Button
            id="code-renew"
            kind={data.code ? "plain" : "primary"}
            grow
            text={renewal.busy ? words.making : data.code ? words.renew : words.make}
            disabled={renewal.busy}
            onTap={() => (data.code ? setAsking(true) : renew(data))}
          />
        ),
      })}
      over={
        asking &&
        data && (
          <Sheet
            id="code-sheet"
            title={words.renew}
            onClose={() => setAsking(false)}
            foot={
              <>
                <Button id="code-not" text={t.common.cancel} onTap={() => setAsking(false)} />
                <Button
                  id="code-renew-now"
                  kind="primary"
                  grow
                  text={renewal.busy ? words.making : words.renewNow}
                  disabled={renewal.busy}
                  onTap={() => renew(data)}
                />
              </>
            }
          >
            <Words>{words.follow.old}</Words>
            <Words>{words.follow.print}</Words>
          </Sheet>
        )
      }
    >
      {renewal.failure && (
        <Card>
          <ErrorBlock id="code-error" failure={renewal.failure} />
        </Card>
      )}
      <Loadable id="code" state={page.state} failure={page.failure} onRetry={() => void page.refresh()}>
        {data && <CodeFacts page={data} sheet={sheet} />}
      </Loadable>
    </Page>
  );
}

function CodeFacts({ page, sheet }: { page: SiteCodePage; sheet: ReturnType<typeof useSiteCode>["sheet"] }) {
  const { t, f } = usePageWords(siteCodeWords);
  const words = t.siteCode.page;
  const { code, mayRenew, customerName, siteName } = page;
  return (
    <>
      <Card id="code-state" title={f.said(customerName, siteName)}>
        <Words live="polite" id="code-made">
          {code ? words.made({ name: code.byName, at: f.instant(new Date(code.madeAt)) }) : words.none}
        </Words>
        <Words as="sub" tone="quiet">
          {words.what}
        </Words>
        {!mayRenew && (
          <Words as="sub" id="code-others">
            {words.others}
          </Words>
        )}
      </Card>
      {code && mayRenew && (
        <Card id="code-print" title={words.print}>
          {code.sheetUntil === null ? (
            <Words as="sub" tone="warn" id="code-sheet-gone">
              {words.sheetGone}
            </Words>
          ) : (
            <>
              <Button
                id="code-download"
                kind="primary"
                text={sheet.busy ? words.opening : words.download}
                disabled={sheet.busy}
                onTap={() => void sheet.run(page)}
              />
              <Words as="note" tone="quiet">
                {words.sheetUntil({ until: f.instant(new Date(code.sheetUntil)) })}
              </Words>
            </>
          )}
          {sheet.failure && <ErrorBlock id="code-sheet-error" failure={sheet.failure} />}
        </Card>
      )}
    </>
  );
}
