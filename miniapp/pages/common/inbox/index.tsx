import { View } from "@tarojs/components";
import type { NoticeView } from "@shared/contracts";
import { businessDayOf, clockTimeOf } from "@shared/domain/time";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePullDown } from "@/features/navigation";
import { openMessage } from "@/features/notices/openMessage";
import { markRead, useNotices } from "@/features/notices/useNotices";
import { isPage } from "@/routes";
import { useWords } from "@/texts";
import { Card, Earlier, Empty, Loadable, Page, Tap, Words } from "@/ui";
import "./index.scss";

/** Every message ever sent to me, by day; the truth, whatever WeCom showed. */
export default function Inbox() {
  const { t, f } = useWords();
  const words = t.me.inboxPage;
  usePageFrame({ title: words.title });
  const { items, earlier, state, failure, refresh } = useNotices();
  usePullDown(refresh);
  return (
    <Page id="page-inbox" title={words.title}>
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

function NoticeCard({ notice }: { notice: NoticeView }) {
  const { t, f } = useWords();
  const words = t.me.inboxPage;
  const path = notice.opens && (notice.opens.startsWith("/") ? notice.opens : `/${notice.opens}`);
  const opens = path !== null && isPage(path);
  const time = clockTimeOf(new Date(notice.at));
  return (
    <Card id={`notice-${notice.noticeId}`}>
      <Tap
        className="notice"
        label={f.said(
          notice.title,
          notice.text,
          time,
          notice.read ? words.read : words.unread,
          notice.handled && words.handled,
        )}
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
        {notice.handled && (
          <Words as="sub" tone="quiet">
            {words.handled}
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
