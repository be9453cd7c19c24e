import { useSyncExternalStore } from "react";
import { type Columns, frontOf, onTitle, titleNow } from "@/platform/columns";
import { routes } from "@/routes";
import { useFrame } from "@/ui/frame";
import { isEntry } from "@/features/search/menu";
import { useDeskWords } from "./words";
import { SearchMenu } from "./SearchMenu";
import { MeMenu } from "./MeMenu";
import { MonthPicker, useMonthHeard } from "./MonthPicker";

/** Which page this is and the way back, its month, and me. */
export function DeskHeader({ columns: { stack, list }, onLeave }: { columns: Columns; onLeave: () => void }) {
  const { t } = useDeskWords();
  const { goBack } = useFrame();
  const front = frontOf(stack);
  const month = useMonthHeard(list === null ? [front] : [front, list]);
  const title = useSyncExternalStore(onTitle, titleNow);
  return (
    <header className="desk-header">
      {(stack.length > 1 || !isEntry(front)) && (
        <button type="button" id="desk-back" className="desk-icon" aria-label={t.common.back} onClick={goBack}>
          <span className="header-arrow" aria-hidden="true" />
        </button>
      )}
      <h1 className="desk-title">{title}</h1>
      {month !== null && <MonthPicker seen={month} />}
      <div className="desk-space" />
      {/* The page of search has the field itself. */}
      {front !== routes.search() && <SearchMenu />}
      <MeMenu onLeave={onLeave} />
    </header>
  );
}
