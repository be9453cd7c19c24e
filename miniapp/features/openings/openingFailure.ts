import { openingRefusals, type OpeningRefusal, type TotalFault } from "@shared/domain/opening";
import { ApiError } from "@/api/apiError";
import type { Formats } from "@/texts/formats";
import type { openingsWords } from "@/texts/areas/openings";
import type { Failure } from "@/ui";

type OpeningTexts = (typeof openingsWords)["zh"]["openings"];

interface TableTotal {
  what: string;
  text: string;
  statedFen: number | null;
  readFen: number;
}

/** A failure with the sentence for why opening balances refuse it: both sums and their difference, or whom it waits for. */
export function openingFailure(
  { failure, error }: { failure: Failure | null; error: unknown },
  words: OpeningTexts,
  f: Formats,
): Failure | null {
  if (!failure || !(error instanceof ApiError) || error.code !== "opening.refused") return failure;
  const why = openingRefusals.find((one) => one === error.details.why);
  return why ? { ...failure, sentence: sentenceOf(why, error.details, words, f) } : failure;
}

function sentenceOf(
  why: OpeningRefusal,
  { faults, totals, name, fileName, now }: ApiError["details"],
  words: OpeningTexts,
  f: Formats,
): string {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const t = words.refusals;
  switch (why) {
    case "controlsDiffer":
      // As the server has put them together.
      return t.controlsDiffer({
        faults: f.clauses(((faults ?? []) as TotalFault[]).map((fault) => faultText(fault, words, f))),
      });
    case "totalsDiffer":
      return t.totalsDiffer({
        totals: f.clauses(((totals ?? []) as TableTotal[]).map((total) => totalText(total, words, f))),
      });
    case "oneWaits":
      return t.oneWaits({ name: text(name), file: text(fileName) });
    case "countedTwice":
      return t.countedTwice({ name: text(name) });
    case "dayMoved":
      return t.dayMoved({ day: text(now) ? f.day(text(now)) : "" });
    default:
      return t[why];
  }
}

function faultText({ what, stated, read }: TotalFault, words: OpeningTexts, f: Formats): string {
  const shown = (value: number) => (what === "rows" ? String(value) : f.amount(value));
  return words.fault({
    ...{ what: what === "rows" ? words.rows : words.kinds[what], typed: shown(stated), read: shown(read) },
    difference: shown(Math.abs(stated - read)),
  });
}

/** A total that is no amount is off by all that the rows add up to. */
const totalText = ({ what, text, statedFen, readFen }: TableTotal, words: OpeningTexts, f: Formats): string =>
  words.totalFault({
    ...{ what, stated: statedFen === null ? text : f.amount(statedFen), read: f.amount(readFen) },
    difference: f.amount(Math.abs((statedFen ?? 0) - readFen)),
  });
