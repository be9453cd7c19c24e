import { create } from "zustand";
import { type Month, monthOf, previousPeriod } from "@shared/domain/time";
import { useBusinessDay } from "@/features/time";

type MonthPage = "money" | "team";

/** The months that tabs show, where it is not the present one. Tabs take no parameters: what is chosen on another one waits here. */
const useChosen = create<Record<MonthPage, Month | null>>()(() => ({ money: null, team: null }));

/** @param month null: the present one */
export const chooseMonth = (page: MonthPage, month: Month | null): void => useChosen.setState({ [page]: month });

export const useChosenMonth = (page: MonthPage): Month | null => useChosen((chosen) => chosen[page]);

/** So many days of a month people look for the one before. */
const firstDays = 10;

/** The month that has just ended; empty later in the month. */
export function useLastMonth(): Month {
  const day = useBusinessDay();
  return day !== "" && Number(day.slice(8)) <= firstDays ? previousPeriod(monthOf(day)) : "";
}
