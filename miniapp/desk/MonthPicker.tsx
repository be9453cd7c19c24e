import { useEffect, useRef } from "react";
import { monthOf, monthsLater } from "@shared/domain/time";
import { chooseMonth, useChosenMonth } from "@/features/earnings/chosenMonth";
import { useRoleShown } from "@/features/session/useMe";
import { usePresentMonth } from "@/features/time";
import { routes } from "@/routes";
import { usePopup } from "./usePopup";
import { useDeskWords } from "./words";

/** As far back as a page of a month goes. */
const monthsShown = 12;

/** Of the pages that are seen the first that hears the month: own pay, results and, for whoever leads, 团队. Null: none does. */
export function useMonthHeard(seen: readonly string[]): string | null {
  const role = useRoleShown();
  const leads = role === "manager";
  // Offices have other pages in the places of 收入 and 团队.
  const ofTabs = [...(leads || role === "rep" ? [routes.earnings()] : []), ...(leads ? [routes.team()] : [])];
  const ofMonths = [routes.income(), routes.level(), ...ofTabs];
  return seen.find((page) => ofMonths.includes(page)) ?? null;
}

/** One month for all pages that have one. */
export function MonthPicker({ seen }: { seen: string }) {
  const { f, desk } = useDeskWords();
  const present = usePresentMonth();
  const money = useChosenMonth("money");
  const team = useChosenMonth("team");
  // Pages lead to months of their own as well: the one that is seen says which.
  const chosen = (seen === routes.earnings() || seen === routes.income() ? money : team) ?? present;
  const around = useRef<HTMLDivElement>(null);
  const popup = usePopup(around);
  const isThere = present !== "";
  useEffect(() => {
    // Pages have ways to other months of their own where this one is not there.
    document.documentElement.classList.toggle("has-month", isThere);
    return () => document.documentElement.classList.remove("has-month");
  }, [isThere]);
  if (!present) return null;
  const months = Array.from({ length: monthsShown }, (_, back) => monthOf(monthsLater(`${present}-01`, -back)));

  function choose(month: string) {
    const wanted = month === present ? null : month;
    chooseMonth("money", wanted);
    chooseMonth("team", wanted);
    popup.close();
    around.current?.querySelector("button")?.focus();
  }

  return (
    <div className="desk-drop" ref={around}>
      <button
        type="button"
        id="desk-month"
        className="desk-button"
        aria-haspopup="true"
        aria-expanded={popup.isOpen}
        aria-label={desk.month.shown({ month: f.month(chosen) })}
        onClick={popup.toggle}
      >
        {f.month(chosen)}
        <span className="desk-caret" aria-hidden="true" />
      </button>
      {popup.isOpen && (
        <div className="desk-popup" data-popup role="group" aria-label={desk.month.label} onKeyDown={byArrows}>
          {months.map((month) => (
            <button
              key={month}
              type="button"
              id={`desk-month-${month}`}
              className="desk-link"
              aria-current={month === chosen ? "true" : undefined}
              autoFocus={month === chosen}
              onClick={() => choose(month)}
            >
              {f.month(month)}
              {month === present && <span className="desk-note">{desk.month.present}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** ↑ and ↓ go through the buttons of a popup. */
function byArrows(event: React.KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll("button")];
  all[all.findIndex((one) => one === document.activeElement) + step]?.focus();
}
