import { View } from "@tarojs/components";
import { contactText } from "@/components/contactText";
import { PraiseChoice } from "@/components/PraiseChoice";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back, usePageParams } from "@/features/navigation";
import { useConsent } from "@/features/session/useConsent";
import { useChecksIn, useMe } from "@/features/session/useMe";
import { usePublicPraise } from "@/features/session/usePublicPraise";
import { isPage, routes } from "@/routes";
import { authWords } from "@/texts/areas/main/auth";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Page, Words } from "@/ui";
import "./index.scss";

/** Asked before the first check-in, on one screen, with its version. */
export default function Consent() {
  const { t, f } = usePageWords(authWords, meWords);
  const words = t.auth.consent;
  usePageFrame({ title: words.title });
  const { returnTo } = usePageParams();
  const { accepted, acceptedVersion, currentVersion, accept, acceptedName, currentName } = useConsent();
  const checksIn = useChecksIn();
  const praise = usePublicPraise();
  const me = useMe();
  const privacy = me.data?.privacy;
  const leave = () => back(returnTo && isPage(returnTo) ? returnTo : routes.checkIn());

  async function agree() {
    if (currentVersion && (await accept.run(currentVersion))) leave();
  }

  return (
    <Page
      id="page-consent"
      title={words.title}
      bar={
        accepted || checksIn === false ? (
          <Button id="consent-done" kind="primary" grow text={t.common.back} onTap={leave} />
        ) : (
          <>
            <Button id="consent-later" text={words.later} onTap={leave} />
            <Button
              id="consent-agree"
              kind="primary"
              grow
              text={words.agree}
              disabled={currentVersion === null || accept.busy}
              onTap={() => void agree()}
            />
          </>
        )
      }
    >
      {accept.failure && (
        <Card>
          <ErrorBlock id="consent-error" failure={accept.failure} onRetry={() => void agree()} />
        </Card>
      )}
      <Card>
        <Words as="head" heading={2}>
          {words.lead}
        </Words>
        {accepted === false && acceptedVersion !== null && <Words id="consent-changed">{words.changed}</Words>}
        <Part {...words.purpose} />
        <Part {...words.moment} />
        {privacy && <Part title={words.keeping.title} text={words.keeping.text({ days: privacy.positionKeptDays })} />}
        <Part
          title={words.photos.title}
          text={f.sentences([
            words.photos.text,
            privacy?.photoKeptDays === undefined ? "" : words.photos.kept({ days: privacy.photoKeptDays }),
          ])}
        />
        <Part {...words.looking} />
        <Part {...words.withdrawing} />
        {privacy && (
          <Part
            title={words.responsible.title}
            text={words.responsible.text({
              responsible: privacy.responsible,
              contact: contactText(privacy.contact, me.data?.administratorNames ?? [], { t, f }),
            })}
          />
        )}
      </Card>
      <Words as="sub" tone="quiet">
        {accepted && acceptedVersion
          ? t.me.consentGiven({ version: acceptedName })
          : checksIn === false
            ? t.me.noCheckIn
            : words.refuse}
      </Words>
      {currentVersion && acceptedVersion !== currentVersion && (
        <Words as="note" tone="quiet">
          {words.version({ version: currentName })}
        </Words>
      )}
      {currentVersion && acceptedVersion === null && checksIn !== false && (
        <Card id="consent-praise" title={words.praise}>
          <PraiseChoice {...praise} />
        </Card>
      )}
    </Page>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <View className="consent-part">
      <Words as="head">{title}</Words>
      <Words tone="quiet">{text}</Words>
    </View>
  );
}
