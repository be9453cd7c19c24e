import { View } from "@tarojs/components";
import { useState } from "react";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { useExport } from "@/features/privacy/useExport";
import { exportWay } from "@/features/privacy/exportWay";
import { usePrivacy } from "@/features/privacy/usePrivacy";
import { useChecksIn, useMe } from "@/features/session/useMe";
import { contactText } from "@/components/contactText";
import { routes } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { privacyWords } from "@/texts/areas/privacy";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Line, Loadable, Page, Row, Words } from "@/ui";
import { Consents } from "./Consents";
import { WithdrawSheet } from "./WithdrawSheet";
import "./index.scss";

/** What is kept about me and until when, what I have agreed to and how to take it back, all of it to take along, and who to ask. */
export default function Mine() {
  const { t, f } = usePageWords(meWords, privacyWords);
  const words = t.privacy.mine;
  usePageFrame({ title: t.me.titles.myData });
  const me = useMe();
  const checksIn = useChecksIn();
  const mine = usePrivacy();
  const exported = useExport();
  const [withdrawing, setWithdrawing] = useState(false);
  const [withdrawn, setWithdrawn] = useState<number | null>(null);
  const isGiven = mine.data?.consents.some(({ endedAt }) => endedAt === null) ?? false;
  const { reading, done } = exported;

  return (
    <Page
      id="page-mine"
      title={t.me.titles.myData}
      over={
        withdrawing && <WithdrawSheet onClose={() => setWithdrawing(false)} onDone={(count) => setWithdrawn(count)} />
      }
    >
      <Loadable id="mine" state={mine.state} failure={mine.failure} onRetry={() => void mine.refresh()}>
        {mine.data && me.data && (
          <>
            <Card title={words.kept}>
              <Kept {...me.data.privacy} />
            </Card>
            <Card id="consents" title={words.consents}>
              {withdrawn !== null && <Words live="polite">{words.withdrawn({ count: withdrawn })}</Words>}
              <Consents consents={mine.data.consents} />
              {isGiven ? (
                <Button id="withdraw-consent" kind="danger" text={words.withdraw} onTap={() => setWithdrawing(true)} />
              ) : (
                <Button
                  id="give-consent"
                  text={checksIn === false ? words.readAbout : words.give}
                  onTap={() => open(routes.consent({ returnTo: routes.myData() }))}
                />
              )}
            </Card>
            <Card flush>
              <Row id="open-looked" text={t.me.titles.looked} onTap={() => open(routes.looked())} />
              <Line />
              <Row id="open-devices" text={t.me.titles.devices} onTap={() => open(routes.devices())} />
            </Card>
            <Card title={words.export}>
              <Words as="sub" tone="quiet">
                {words.exportNote[exportWay]}
              </Words>
              {exported.failure && <ErrorBlock id="export-error" failure={exported.failure} />}
              {exported.isRefused && (
                <Words id="export-refused" tone="warn" live="assertive">
                  {words.exportRefused[exportWay]}
                </Words>
              )}
              {done && <Words live="polite">{words.exported[done]}</Words>}
              <Button
                id="export-mine"
                text={reading === null ? words.exportAll : words.exporting({ month: f.month(reading) })}
                disabled={reading !== null}
                onTap={() => mine.data && me.data && void exported.run(me.data, mine.data)}
              />
            </Card>
            <Card id="responsible" title={words.responsible}>
              <Words>{me.data.privacy.responsible}</Words>
              <Words as="sub" tone="quiet">
                {contactText(me.data.privacy.contact, me.data.administratorNames, { t, f })}
              </Words>
            </Card>
          </>
        )}
      </Loadable>
    </Page>
  );
}

/** What is kept, each with its end. */
function Kept({
  positionKeptDays,
  photoKeptDays,
  reportKeptDays,
  messageKeptDays,
}: {
  positionKeptDays: number;
  /** These a server of before does not tell. */
  photoKeptDays?: number | undefined;
  reportKeptDays?: number | undefined;
  messageKeptDays?: number | undefined;
}) {
  const { t } = usePageWords(privacyWords);
  const words = t.privacy.mine;
  const said = [
    words.positions({ days: positionKeptDays }),
    words.tracks,
    words.devices({ days: positionKeptDays }),
    photoKeptDays !== undefined && words.photos({ days: photoKeptDays }),
    words.records,
    reportKeptDays !== undefined && words.reports({ days: reportKeptDays }),
    words.refused,
    messageKeptDays !== undefined && words.messages({ days: messageKeptDays }),
    words.audit,
  ].filter((text) => text !== false);
  return said.map((text) => (
    <View key={text} className="kept">
      <Words as="sub">{text}</Words>
    </View>
  ));
}
