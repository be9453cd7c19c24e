import type { Formats, Texts } from "@/texts";

/** Who confirms a sale: those before whom it is put, by name as far as the server has told. */
export const whoConfirms = (deciderNames: readonly string[], t: Texts, f: Formats): string =>
  deciderNames.length === 0 ? t.sales.record.whoConfirms : f.names(deciderNames);
