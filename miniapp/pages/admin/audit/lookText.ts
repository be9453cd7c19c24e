import type { AuditedLook } from "@/features/office/useAllLooks";
import { known, type Formats } from "@/texts";
import type { auditWords } from "@/texts/areas/audit";
import type { TextsWith } from "@/texts/pageWords";

interface Says {
  t: TextsWith<typeof auditWords>;
  f: Formats;
}

/** Who has looked at what of whom. A later server may know looks that this phone does not. */
export function lookText({ byName: by, whomNames, whomCount, what }: AuditedLook, { t: { audit: words }, f }: Says) {
  if (whomCount === 0) {
    const says = what === "opening.read" || what === "audit.looks" ? words.all[what] : words.all.other;
    return says({ by });
  }
  const named = f.names(whomNames);
  const whom = whomCount > whomNames.length ? words.more({ names: named, count: whomCount }) : named;
  return (known(words.what, what) ?? words.something)({ by, whom });
}

/** When, how many entries, and the number of the request. */
export function lookNote({ at, seenCount, requestId }: AuditedLook, { t: { audit: words }, f }: Says): string {
  return f.said(
    f.instant(new Date(at)),
    seenCount !== null && words.seen({ count: seenCount }),
    requestId !== null && words.request({ requestId }),
  );
}
