import type { mongo } from "mongoose";
import { changeEach } from "./changeEach";
import type { Migration } from "./migration";

interface Row {
  name: string;
  value: string;
  isNext?: true;
}

interface OldNotice extends mongo.Document {
  kind: string;
  shown?: { rows?: Row[] } | null;
}

/** As the versions before called what is left to do, in both languages. */
const names: Partial<Record<string, readonly string[]>> = {
  sale_returned: ["下一步", "Next"],
  review_closed: ["下一步", "Next", "今天", "Today"],
};
const recordDue = /前写好才算有效$|^record due /;

const isNext = (kind: string, { name, value }: Row): boolean =>
  (names[kind] ?? []).includes(name) || (kind === "review_closed" && recordDue.test(value));

/** What was told before a row said of itself that it is left to do went on saying so after it was done. */
export const messagesSayWhatIsNext: Migration = {
  number: 21,
  name: "messages-say-what-is-next",
  up: (context) =>
    changeEach<OldNotice>(context, "notices", ({ kind, shown }) => {
      const rows = shown?.rows ?? [];
      const isOld = rows.some((row) => isNext(kind, row) && !row.isNext);
      return isOld
        ? { $set: { "shown.rows": rows.map((row) => (isNext(kind, row) ? { ...row, isNext: true } : row)) } }
        : null;
    }),
};
