import { useEffect } from "react";
import { useWords } from "@/texts";
import { classes } from "../../classes";
import { useFrame } from "../../frame";

/** The five places, drawn: browsers have no bar of their own, and this one can be reached by keys and readers. */
export function TabBar({ present }: { present: number }) {
  const { t, f } = useWords();
  const { tabs, themeSeen } = useFrame();
  useEffect(() => {
    // The other looks of the icons, before the network goes; after what the page itself needs.
    const timer = setTimeout(() => {
      for (const { icon } of tabs) for (const look of ["", "-on"]) new Image().src = iconOf(icon, themeSeen, look);
    }, 3000);
    return () => clearTimeout(timer);
  }, [tabs, themeSeen]);
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
          <img className="tab-icon" alt="" src={iconOf(tab.icon, themeSeen, index === present ? "-on" : "")} />
          <span className="tab-text">{tab.text}</span>
          {tab.count > 0 && <span className="tab-count">{countText(tab.count)}</span>}
        </button>
      ))}
    </nav>
  );
}

/** As WeCom writes it on a native bar. */
const countText = (count: number): string => (count > 99 ? "99+" : String(count));

const iconOf = (icon: string, theme: string, look: string): string => `/assets/tabs/${icon}-${theme}${look}.png`;
