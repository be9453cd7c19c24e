import type { ClientContact } from "@shared/domain/people";
import { useCustomers } from "./useCustomers";

const nobody: readonly string[] = [];
const noContacts: readonly ClientContact[] = [];

const useMine = (customerId: string) => useCustomers().data?.find((customer) => customer.customerId === customerId);

/** Who is known at one of my clients, also without a network. */
export const useContactNames = (customerId: string): readonly string[] => useMine(customerId)?.contactNames ?? nobody;

/** The same with their ids; nobody where this phone has an answer of before. */
export const useContacts = (customerId: string): readonly ClientContact[] =>
  useMine(customerId)?.contacts ?? noContacts;

/** Who is known there; null where the client is none of mine, or that is not known. */
export const useKnownNames = (customerId: string): readonly string[] | null =>
  useMine(customerId)?.contactNames ?? null;
