import { known, type Texts } from "@/texts";

/** A client's stage in the reader's language; one that a company has named itself as it is. */
export const stageText = (stage: string, t: Texts): string => known<string, string>(t.customers.stages, stage) ?? stage;
