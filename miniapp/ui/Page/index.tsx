import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { useWords } from "@/texts";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { useFrame } from "../frame";
import { Tap } from "../Tap";
import { Boundary } from "./Boundary";
import { TabBar } from "./TabBar";
import "./index.scss";

interface PageProps {
  /** Repeats the word of the tab, or names the page. */
  title: string;
  id: string;
  children: ReactNode;
  /** A tab page: no way back, and on H5 the bar at the foot. */
  tab?: number;
  /** Nothing lies behind this page. */
  root?: boolean;
  /** False while another page covers this one: tab pages live on behind each other. */
  front?: boolean;
  /** The main action, always in reach of the thumb. */
  bar?: ReactNode;
  /** One line above the main action, such as what it will do. */
  barNote?: ReactNode;
  /** The main action opens what is next of a list: beside that it would stand there twice. */
  barLeadsOn?: boolean;
  /** Strips above everything, such as drafts that wait. */
  notice?: ReactNode;
  /** The page tells of the queue itself, or of nobody yet. */
  withoutQueue?: boolean;
  /** On a desktop it takes all the width that there is, such as for a table. */
  wide?: boolean;
  /** What must lie above all: an open sheet, a toast. */
  over?: ReactNode;
}

/** The root of every page: theme, letter size, strips, header and bars. */
export function Page({
  title,
  id,
  children,
  tab,
  front = true,
  root = false,
  withoutQueue = root,
  wide = false,
  bar,
  barNote,
  barLeadsOn = false,
  notice,
  over,
}: PageProps) {
  const frame = useFrame();
  const { t } = useWords();
  const look = classes(
    "page",
    wide && "page-wide",
    frame.theme !== "system" && `theme-${frame.theme}`,
    frame.type !== "m" && `type-${frame.type}`,
    frame.motionOff && "motion-off",
  );
  return (
    <View className={look} id={id}>
      {frame.drawsHeader && <Header title={title} canGoBack={tab === undefined && !root} />}
      <OfflineStrip />
      {!withoutQueue && <QueueStrip />}
      {notice}
      <View className="page-body" {...a11y({ role: "main", label: title })}>
        <Boundary recover={frame.recover}>{children}</Boundary>
      </View>
      <View className="page-foot">
        {bar && (
          <View
            className={classes("action-bar", barLeadsOn && "action-bar-on")}
            {...a11y({ role: "region", label: t.common.actions })}
          >
            {barNote && <View className="action-note">{barNote}</View>}
            <View className="action-buttons">{bar}</View>
          </View>
        )}
        {tab !== undefined && front && <TabBar present={tab} />}
      </View>
      {over}
    </View>
  );
}

function Header({ title, canGoBack }: { title: string; canGoBack: boolean }) {
  const { t } = useWords();
  const { goBack } = useFrame();
  return (
    <View className="header" {...a11y({ role: "banner" })}>
      {canGoBack && (
        <Tap id="back" className="header-back" label={t.common.back} onTap={goBack}>
          <View className="header-arrow" {...a11y({ hidden: true })} />
        </Tap>
      )}
      <Text className="header-title" {...a11y({ role: "heading", level: 1 })}>
        {title}
      </Text>
    </View>
  );
}

function OfflineStrip() {
  const { t } = useWords();
  const { online, asOf, notice } = useFrame();
  if (notice)
    return (
      <View className="strip strip-warn" id="program-notice" {...a11y({ role: "status", live: "polite" })}>
        <Text>{t.common[notice]}</Text>
      </View>
    );
  if (online) return null;
  return (
    <View className="strip strip-warn" id="offline" {...a11y({ role: "status", live: "polite" })}>
      <Text>{asOf ? t.common.offline({ time: asOf }) : t.common.offlineNoData}</Text>
    </View>
  );
}

/** What waits to be sent; a tap opens the list. */
function QueueStrip() {
  const { waiting } = useFrame();
  if (!waiting) return null;
  return (
    <View {...a11y({ role: "region", label: waiting.text })}>
      <Tap id="queue-strip" className="strip strip-warn" label={waiting.text} onTap={waiting.open}>
        <Text className="strip-words">{waiting.text}</Text>
        <View className="row-arrow" {...a11y({ hidden: true })} />
      </Tap>
    </View>
  );
}
