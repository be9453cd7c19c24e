import { useEffect, useState } from "react";
import { useAppearance } from "@/features/frame/useAppearance";
import { useSession } from "@/features/session/sessionStore";
import { leaveActions, unsent } from "@/features/session/useLeave";
import { LeaveSheet } from "@/pages/tabs/me/LeaveSheet";
import { type Columns, focusPage, frontOf, showColumns } from "@/platform/columns";
import { isTab } from "@/routes";
import { useWords } from "@/texts";
import { classes } from "@/ui/classes";
import { isList } from "@/features/search/menu";
import { DeskHeader } from "./DeskHeader";
import { PaperFoot } from "./PaperFoot";
import { SideNav } from "./SideNav";
import "./desk.scss";

/** Pages before somebody is in have no frame, nor has what is no page of the product. */
const isFramed = (route: string): boolean => /^\/pages\/(?!auth\/)/.test(route);

/** What stands around every page on a desktop, once: navigation and header stay where they are while pages change. */
export default function DeskFrame() {
  const { t } = useWords();
  const columns = useColumns();
  const isIn = useSession((session) => session.phase !== "out");
  const { theme, type } = useAppearance();
  const isShown = isIn && isFramed(frontOf(columns.stack));
  useEffect(() => {
    document.documentElement.classList.toggle("has-desk", isShown);
    return () => document.documentElement.classList.remove("has-desk");
  }, [isShown]);
  const [isLeaving, setLeaving] = useState(false);
  if (!isShown) return null;
  const leave = () => (unsent() ? setLeaving(true) : leaveActions.signOut());
  return (
    <div className={classes("desk", theme !== "system" && `theme-${theme}`, type !== "m" && `type-${type}`)}>
      <button type="button" id="desk-skip" className="desk-skip" onClick={focusPage}>
        {t.common.skip}
      </button>
      <SideNav stack={columns.stack} />
      <DeskHeader columns={columns} onLeave={leave} />
      <PaperFoot />
      {isLeaving && <LeaveSheet by="signOut" onClose={() => setLeaving(false)} />}
    </div>
  );
}

function useColumns(): Columns {
  const [columns, setColumns] = useState<Columns>({ stack: [], list: null });
  useEffect(() => showColumns({ isList, isTab, changed: setColumns }), []);
  return columns;
}
