import { create } from "zustand";

/** A client that was chosen on another tab: tabs take no parameters, so it waits here. */
const useChosen = create<{ customerId: string | null }>()(() => ({ customerId: null }));

export const choosePlace = (customerId: string): void => useChosen.setState({ customerId });

export const useChosenCustomer = (): string | null => useChosen((state) => state.customerId);

export const forgetChosen = (): void => useChosen.setState({ customerId: null });
