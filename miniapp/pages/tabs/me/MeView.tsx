import { type ReactNode, useState } from "react";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { useNotices } from "@/features/notices/useNotices";
import { useQueue } from "@/features/queue/useQueue";
import { usePrivacy } from "@/features/privacy/usePrivacy";
import { useConsent } from "@/features/session/useConsent";
import { leaveActions, unsent } from "@/features/session/useLeave";
import { isOfficeRole, useChecksIn, useMe, useRoleShown } from "@/features/session/useMe";
import { routes } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Line, Page, Row, Words } from "@/ui";
import { LeaveSheet } from "./LeaveSheet";
import { Profile } from "./Profile";
import { SettingsCard } from "./SettingsCard";
import "./index.scss";

type Leaving = keyof typeof leaveActions;

interface MeViewProps {
  /** At which tab; null where there are none. */
  tab: number | null;
  /** On top, of those who have nothing else here. */
  intro?: ReactNode;
}

/** Own things and settings. */
export function MeView({ tab, intro }: MeViewProps) {
  const { t, f } = usePageWords(meWords, queueWords);
  const front = usePageFrame({ title: t.common.tabs.me, tab: tab !== null });
  const me = useMe();
  // Whose place of 收入 is another page; whoever is paid by a plan finds it here.
  const earnsElsewhere = isOfficeRole(useRoleShown());
  const notices = useNotices();
  const consent = useConsent();
  // What has not been answered is not said, rather than said to be nothing.
  const unread = notices.data && notices.data.unreadCount;
  const unreadText = unread === undefined ? null : unread > 0 ? t.me.unread({ count: unread }) : t.me.noUnread;
  const checksIn = useChecksIn();
  const past = usePrivacy(consent.accepted === false).data;
  const consentText =
    consent.accepted === null || checksIn === null
      ? null
      : consent.accepted && consent.acceptedVersion
        ? t.me.consentGiven({ version: consent.acceptedName })
        : !checksIn
          ? t.me.noCheckIn
          : // Which of the two is not said before it is known.
            past && t.me[past.consents.some(({ endedAt }) => endedAt !== null) ? "consentWithdrawn" : "consentMissing"];
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const waiting = useQueue().length;
  const waitingText = waiting > 0 ? t.queue.count({ count: waiting }) : t.queue.none;

  function leave(by: Leaving) {
    if (unsent()) setLeaving(by);
    else void leaveActions[by]();
  }

  return (
    <Page
      id="page-me"
      title={t.common.tabs.me}
      {...(tab === null ? { root: true, withoutQueue: false } : { tab, front })}
      over={leaving && <LeaveSheet by={leaving} onClose={() => setLeaving(null)} />}
    >
      <Profile me={me} />
      {intro}
      <Card flush>
        <Row
          id="me-inbox"
          text={t.me.inbox}
          value={
            <Words as="sub" tone={unread ? "brand" : "quiet"}>
              {unreadText}
            </Words>
          }
          label={f.said(t.me.inbox, unreadText)}
          onTap={() => open(routes.inbox())}
        />
        <Line />
        <Row
          id="open-queue"
          text={t.queue.title}
          value={
            <Words as="sub" tone={waiting > 0 ? "brand" : "quiet"}>
              {waitingText}
            </Words>
          }
          label={f.said(t.queue.title, waitingText)}
          onTap={() => open(routes.queue())}
        />
        <Line />
        <Row
          id="open-consent"
          text={t.me.privacy}
          note={
            <Words as="sub" tone="quiet">
              {consentText}
            </Words>
          }
          label={f.said(t.me.privacy, consentText)}
          onTap={() => open(routes.consent({ returnTo: routes.me() }))}
        />
        <Line />
        <Row id="open-my-data" text={t.me.titles.myData} onTap={() => open(routes.myData())} />
        <Line />
        <Row id="open-looked" text={t.me.titles.looked} onTap={() => open(routes.looked())} />
        <Line />
        <Row id="open-devices" text={t.me.titles.devices} onTap={() => open(routes.devices())} />
        <Line />
        <Row id="open-report" text={t.me.titles.report} onTap={() => open(routes.report())} />
        {earnsElsewhere && (
          <>
            <Line />
            <Row id="open-income" text={t.common.tabs.money} onTap={() => open(routes.income())} />
          </>
        )}
        {(me.data?.can ?? []).length > 0 && (
          <>
            <Line />
            <Row id="open-menu" text={t.me.menu} onTap={() => open(routes.menu())} />
          </>
        )}
      </Card>
      <SettingsCard />
      <Card>
        <Words as="sub" tone="quiet">
          {t.me.signOutNote}
        </Words>
        <Words as="sub" tone="quiet">
          {t.me.whoIsAsked}
        </Words>
        <Button id="sign-out" kind="danger" text={t.me.signOut} onTap={() => leave("signOut")} />
      </Card>
      {me.data && (
        <Words as="note" tone="quiet">
          {t.me.version({ company: me.data.company.name })}
        </Words>
      )}
    </Page>
  );
}
