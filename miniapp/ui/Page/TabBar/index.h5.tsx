import { useWords } from "@/texts";
import { classes } from "../../classes";
import { useFrame } from "../../frame";

/** The five places, drawn: browsers have no bar of their own, and this one can be reached by keys and readers. */
export function TabBar({ present }: { present: number }) {
  const { t } = useWords();
  const { tabs, themeSeen } = useFrame();
  return (
    <nav className="tab-bar" aria-label={t.common.tabBar}>
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          id={`tab-${tab.id}`}
          type="button"
          className={classes("tab", index === present && "tab-on")}
          aria-current={index === present ? "page" : undefined}
          aria-label={tab.count > 0 ? `${tab.text}，${tab.count}` : tab.text}
          onClick={tab.open}
        >
          <img
            className="tab-icon"
            alt=""
            src={`/assets/tabs/${tab.icon}-${themeSeen}${index === present ? "-on" : ""}.png`}
          />
          <span className="tab-text">{tab.text}</span>
          {tab.count > 0 && <span className="tab-count">{Math.min(tab.count, 99)}</span>}
        </button>
      ))}
    </nav>
  );
}
