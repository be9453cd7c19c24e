import { useEffect } from "react";
import { create } from "zustand";
import { type Month, monthOf, previousPeriod } from "@shared/domain/time";
import { open } from "@/platform/navigation";
import { useBusinessDay } from "@/features/time";
import { routes } from "@/routes";

type MonthPage = "money" | "team";

/** The months that tabs show, where it is not the present one. Tabs take no parameters: what is chosen on another one waits here. */
const useChosen = create<Record<MonthPage, Month | null>>()(() => ({ money: null, team: null }));

/** @param month null: the present one */
export const chooseMonth = (page: MonthPage, month: Month | null): void => useChosen.setState({ [page]: month });

/** Opens the tab at the month of what was tapped, whichever was looked at there last. @param month null: the present one */
export function openMonth(page: MonthPage, month: Month | null): void {
  chooseMonth(page, month);
  open(page === "money" ? routes.earnings() : routes.team());
}

/** A message names the month that it is about in the address of the tab. */
export function useMonthOfAddress(page: MonthPage, { notice, period }: Record<string, string>): void {
  useEffect(() => {
    if (period !== undefined || notice !== undefined) chooseMonth(page, period ?? null);
  }, [page, period, notice]);
}

export const useChosenMonth = (page: MonthPage): Month | null => useChosen((chosen) => chosen[page]);

/** So many days of a month people look for the one before. */
const firstDays = 10;

/** The month that has just ended; empty later in the month. */
export function useLastMonth(): Month {
  const day = useBusinessDay();
  return day !== "" && Number(day.slice(8)) <= firstDays ? previousPeriod(monthOf(day)) : "";
}
