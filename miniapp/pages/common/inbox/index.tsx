import { View } from "@tarojs/components";
import { useState } from "react";
import type { NoticeView } from "@shared/contracts";
import { businessDayOf, clockTimeOf } from "@shared/domain/time";
import { useHomeTab } from "@/features/frame/useHomeTab";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePullDown } from "@/features/navigation";
import { openMessage } from "@/features/notices/openMessage";
import { markRead, useMarkAllRead, useNotices } from "@/features/notices/useNotices";
import { isPage } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Earlier, Empty, ErrorBlock, Loadable, Page, Sheet, Tap, Words } from "@/ui";
import "./index.scss";

/** Every message ever sent to me, by day; the truth, whatever WeCom showed. */
export default function Inbox() {
  const { t, f } = usePageWords(meWords);
  const words = t.me.inboxPage;
  usePageFrame({ title: words.title });
  const { data, items, earlier, state, failure, refresh } = useNotices();
  usePullDown(refresh);
  const [asksAll, setAsksAll] = useState(false);
  const [newest] = items;
  const unread = data?.unreadCount ?? 0;
  return (
    <Page
      id="page-inbox"
      title={words.title}
      over={asksAll && newest && <AllReadSheet newest={newest} count={unread} onClose={() => setAsksAll(false)} />}
    >
      {newest && unread > 0 && (
        <View className="inbox-all">
          <Button id="mark-all" kind="quiet" small text={words.markAll} onTap={() => setAsksAll(true)} />
        </View>
      )}
      <Loadable id="inbox" state={state} failure={failure} onRetry={() => void refresh()}>
        {items.length === 0 && (
          <Card>
            <Empty text={words.empty} note={words.emptyNote} />
          </Card>
        )}
        {items.map((notice, index) => {
          const on = businessDayOf(new Date(notice.at));
          const before = items[index - 1];
          const newDay = !before || businessDayOf(new Date(before.at)) !== on;
          return (
            <View key={notice.noticeId}>
              {newDay && (
                <View className="inbox-day">
                  <Words as="sub" tone="quiet">
                    {f.dayWithWeekday(on)}
                  </Words>
                </View>
              )}
              <NoticeCard notice={notice} />
            </View>
          );
        })}
        <Earlier id="inbox-earlier" earlier={earlier} />
      </Loadable>
    </Page>
  );
}

/** A message that was marked by a slip would be overlooked: it is asked about, with what stays. */
function AllReadSheet({ newest, count, onClose }: { newest: NoticeView; count: number; onClose: () => void }) {
  const { t } = usePageWords(meWords);
  const words = t.me.inboxPage;
  const home = useHomeTab();
  const command = useMarkAllRead();
  return (
    <Sheet
      id="mark-all-sheet"
      title={words.markAllTitle({ count })}
      onClose={onClose}
      foot={
        <>
          <Button id="mark-all-not" text={words.markAllKeep} onTap={onClose} />
          <Button
            id="mark-all-send"
            kind="primary"
            grow
            text={words.markAllSend}
            disabled={command.busy}
            onTap={() => void command.run(newest).then((done) => done && onClose())}
          />
        </>
      }
    >
      <Words tone="quiet">{words.markAllNote({ home })}</Words>
      {command.failure && <ErrorBlock id="mark-all-error" failure={command.failure} />}
    </Sheet>
  );
}

function NoticeCard({ notice }: { notice: NoticeView }) {
  const { t, f } = usePageWords(meWords);
  const words = t.me.inboxPage;
  const path = notice.opens && (notice.opens.startsWith("/") ? notice.opens : `/${notice.opens}`);
  const opens = path !== null && isPage(path);
  const time = clockTimeOf(new Date(notice.at));
  const ended = notice.handled ? words.handled : notice.expired ? words.expired : null;
  return (
    <Card id={`notice-${notice.noticeId}`}>
      <Tap
        className="notice"
        label={f.said(notice.title, notice.text, time, notice.read ? words.read : words.unread, ended)}
        onTap={() => {
          markRead(notice);
          if (opens) openMessage(path);
        }}
      >
        <View className="notice-head">
          <View className={notice.read ? "notice-dot notice-dot-off" : "notice-dot"} />
          <View className="notice-title">
            <Words as="head">{notice.title}</Words>
          </View>
          {/* Many titles name the moment themselves. */}
          {!notice.title.includes(time) && (
            <View className="notice-time">
              <Words as="note" tone="quiet">
                {time}
              </Words>
            </View>
          )}
        </View>
        <Words>{notice.text}</Words>
        {ended && (
          <Words as="sub" tone="quiet">
            {ended}
          </Words>
        )}
        {notice.rows.map((row) => (
          <View key={row.name} className="notice-row">
            <Words as="sub" tone="quiet">
              {row.name}
            </Words>
            <Words as="sub">{row.value}</Words>
          </View>
        ))}
      </Tap>
    </Card>
  );
}
