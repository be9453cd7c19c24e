import { useWords } from ".";
import { table as english } from "./en/table";
import { table as chinese } from "./zhCN/table";

export type TableTexts = typeof chinese;

/** What tables say: it comes with them, on a monitor alone. */
export const useTableWords = (): TableTexts => (useWords().language === "en" ? english : chinese);
