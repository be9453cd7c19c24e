import { useState } from "react";
import { restartAt } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { routes, tabRoutes } from "@/routes";
import { useFrame } from "@/ui/frame";
import { classes } from "@/ui/classes";
import { tabIcons } from "@/ui/Page/TabBar/icons";
import { groupsFor, isEntry } from "@/features/search/menu";
import { useDeskWords } from "./words";

/** Where one can go: the five places of the role, and what stands for itself behind them. Narrow windows show the places alone. */
export function SideNav({ stack }: { stack: readonly string[] }) {
  const front = [...stack].reverse().find(isEntry);
  const { t, f, desk } = useDeskWords();
  const { tabs } = useFrame();
  const me = useMe().data;
  const [isOpen, setOpen] = useState(false);
  const going = (go: () => void) => () => {
    setOpen(false);
    go();
  };
  return (
    <nav
      className={classes("desk-nav", isOpen && "desk-nav-open")}
      aria-label={desk.nav}
      onKeyDown={({ key }) => key === "Escape" && setOpen(false)}
    >
      <button
        type="button"
        id="desk-nav-toggle"
        className="desk-link desk-toggle"
        aria-expanded={isOpen}
        aria-label={isOpen ? desk.hideNav : desk.showNav}
        onClick={() => setOpen(!isOpen)}
      >
        <svg className="tab-icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 7h16M4 12h16M4 17h16" />
        </svg>
      </button>
      <ul className="desk-list">
        {tabs.map(({ id, text, icon, count, open: openTab }, index) => (
          <li key={id}>
            <Link
              id={`desk-${id}`}
              text={text}
              label={f.said(text, count > 0 && String(count))}
              isPresent={tabRoutes[index] === front}
              onOpen={going(openTab)}
            >
              <svg className="tab-icon" viewBox="0 0 24 24" aria-hidden="true">
                <path className="tab-icon-shape" d={tabIcons[icon]?.shape} />
                <path d={tabIcons[icon]?.lines} />
              </svg>
              <span className="desk-text">{text}</span>
              {count > 0 && <span className="desk-count">{count > 99 ? "99+" : count}</span>}
            </Link>
          </li>
        ))}
        {tabs.length === 0 && (
          <li>
            <Link
              id="desk-staff"
              text={t.common.tabs.me}
              isPresent={front === routes.staff()}
              onOpen={going(() => restartAt(routes.staff()))}
            />
          </li>
        )}
      </ul>
      {me &&
        groupsFor(me.can ?? []).map((group) => (
          <div key={group.id} className="desk-group">
            <h2 className="desk-group-name" id={`desk-group-${group.id}`}>
              {desk.menu.groups[group.id]}
            </h2>
            <ul className="desk-list" aria-labelledby={`desk-group-${group.id}`}>
              {group.entries.map(({ id, path }) => (
                <li key={id}>
                  <Link
                    id={`desk-${id}`}
                    text={desk.menu.entries[id]}
                    isPresent={path === front}
                    // Nothing lies behind what is chosen here.
                    onOpen={going(() => restartAt(path))}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}

interface LinkProps {
  id: string;
  text: string;
  label?: string;
  isPresent: boolean;
  onOpen: () => void;
  children?: React.ReactNode;
}

function Link({ id, text, label, isPresent, onOpen, children }: LinkProps) {
  return (
    <button
      type="button"
      id={id}
      className={classes("desk-link", isPresent && "desk-present")}
      aria-current={isPresent ? "page" : undefined}
      aria-label={label}
      onClick={onOpen}
    >
      {children ?? <span className="desk-text">{text}</span>}
    </button>
  );
}
