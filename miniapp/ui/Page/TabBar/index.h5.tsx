import { useWords } from "@/texts";
import { classes } from "../../classes";
import { useFrame } from "../../frame";
import { tabIcons } from "./icons";

/** The five places, drawn: browsers have no bar of their own, and this one can be reached by keys and readers. */
export function TabBar({ present }: { present: number }) {
  const { t, f } = useWords();
  const { tabs } = useFrame();
  return (
    <nav className="tab-bar" aria-label={t.common.tabBar}>
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          id={`tab-${tab.id}`}
          type="button"
          className={classes("tab", index === present && "tab-on")}
          aria-current={index === present ? "page" : undefined}
          aria-label={f.said(tab.text, tab.count > 0 && countText(tab.count))}
          onClick={tab.open}
        >
          <svg className="tab-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path className="tab-icon-shape" d={tabIcons[tab.icon]?.shape} />
            <path d={tabIcons[tab.icon]?.lines} />
          </svg>
          <span className="tab-text">{tab.text}</span>
          {tab.count > 0 && <span className="tab-count">{countText(tab.count)}</span>}
        </button>
      ))}
    </nav>
  );
}

/** As WeCom writes it on a native bar. */
const countText = (count: number): string => (count > 99 ? "99+" : String(count));
