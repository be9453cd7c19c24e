import type { AuditedLook } from "@/features/office/useAllLooks";
import { known, type Formats } from "@/texts";
import type { auditWords } from "@/texts/areas/audit";
import type { TextsWith } from "@/texts/pageWords";

interface Says {
  t: TextsWith<typeof auditWords>;
  f: Formats;
}

/** Whom it is about; null: nobody in particular. */
export function whomText({ whomNames, whomCount }: AuditedLook, { t: { audit: words }, f }: Says): string | null {
  if (whomCount === 0) return null;
  const names = f.names(whomNames);
  return whomCount > whomNames.length ? words.more({ names, count: whomCount }) : names;
}

/** Who has looked at what of whom. A later server may know looks that this phone does not. */
export function lookText(look: AuditedLook, says: Says): string {
  const { byName: by, what } = look;
  const words = says.t.audit;
  const whom = whomText(look, says);
  if (whom !== null) return (known(words.what, what) ?? words.something)({ by, whom });
  return (
    what === "opening.read" || what === "simulation.read" || what === "audit.looks" ? words.all[what] : words.all.other
  )({ by });
}

/** When, how many entries, the number of the request, and why. */
export function lookNote(
  { at, seenCount, requestId, reason = null }: AuditedLook,
  { t: { audit: words }, f }: Says,
): string {
  return f.said(
    f.instant(new Date(at)),
    seenCount !== null && words.seen({ count: seenCount }),
    requestId !== null && words.request({ requestId }),
    reason !== null && words.reason({ reason }),
  );
}
