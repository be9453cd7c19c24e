import { useCallback, useEffect, useRef, useState } from "react";
import { canonicalJson } from "@shared/domain/canonicalJson";
import { clockTimeOf } from "@shared/domain/time";
import { serverNow } from "@/api/serverClock";
import { onLeave, usePageHide } from "@/platform/page";
import { forget, readStored, store, storedNames } from "@/platform/storage";
import { beforeRenewal } from "@/features/renew/renewal";
import { useSession } from "@/features/session/sessionStore";

export interface Draft<Form> {
  /** The name that it is stored under. */
  key: string;
  form: Form;
  change: (part: Partial<Form>) => void;
  /** Goes on with what was begun under another name. */
  adopt: (part: Partial<Form>) => void;
  /** Saves what is sent at this moment, whatever happens to the program next. */
  keep: (sent: Form) => void;
  /** Fills in what was not typed, such as today's date; not worth saving by itself. */
  offer: (part: Partial<Form>) => void;
  /** Something was typed or chosen, now or before this page was opened. */
  begun: boolean;
  /** Was typed before this page was opened, and is gone on with: the form says so. */
  restored: boolean;
  /** What an earlier version has kept that is in no field of this one, in the words in which it was typed. */
  leftOut: readonly string[];
  /** When it was saved last, `14:32`; null before that. */
  savedAt: string | null;
  /** The phone refused to keep it: there is no room. */
  refused: boolean;
  /** The form has done its work: nothing of it stays. */
  drop: () => void;
}

/** How long after the last key a draft is saved. */
const restMs = 1000;

/** Beside the fields of a form: the client whom it is about. */
const aboutField = "draftAbout";
/** The same: what an earlier version has kept that is in none of them. */
const leftOutField = "draftLeftOut";

/**
 * A form that survives a call, a kill and a flat battery: saved a second after the last key and when the page goes away.
 * @param name what the form is about, such as `visit:<checkInId>`
 * @param aboutOf whom it is about as the person knows it, such as the client's name: by that a draft is named where it is not opened
 * @param ofEarlier what an earlier version of this program has kept by other names, as the fields that it is now
 */
export function useDraft<Form extends object>(
  name: DraftName,
  empty: () => Form,
  aboutOf: (form: Form) => string | undefined = () => undefined,
  ofEarlier: (kept: Record<string, unknown>) => Partial<Form> = () => ({}),
): Draft<Form> {
  const memberId = useSession((session) => session.memberId);
  const key = keyOf(memberId, name);
  const [kept] = useState(() => readStored(key));
  const [begun, setBegun] = useState(kept !== null);
  const [restored, setRestored] = useState(begun);
  const naming = useRef(aboutOf);
  useEffect(() => {
    naming.current = aboutOf;
  });
  const [form, setForm] = useState<Form>(() => formOf(empty(), kept, ofEarlier));
  const [left, setLeft] = useState(() => leftOf(empty(), kept, ofEarlier));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const unsaved = useRef<Form | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const keep = useCallback(
    (typed: Form) => {
      const about = naming.current(typed);
      const beside = { ...(about && { [aboutField]: about }), ...(hasAny(left) && { [leftOutField]: left }) };
      const kept = store(key, { ...typed, ...beside });
      setRefused(!kept);
      if (kept) setSavedAt(clockTimeOf(serverNow()));
    },
    [key, left],
  );

  const save = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    if (unsaved.current === null) return;
    keep(unsaved.current);
    unsaved.current = null;
  }, [keep]);

  const change = useCallback(
    (part: Partial<Form>) => {
      setBegun(true);
      setForm((before) => {
        const after = { ...before, ...part };
        unsaved.current = after;
        return after;
      });
      if (timer.current) clearTimeout(timer.current);
      timer.current = setTimeout(save, restMs);
    },
    [save],
  );

  const adopt = useCallback(
    (part: Partial<Form>) => {
      setRestored(true);
      change(part);
    },
    [change],
  );

  const offer = useCallback((part: Partial<Form>) => setForm((before) => ({ ...before, ...part })), []);

  usePageHide(save);
  useEffect(() => save, [save]);
  useEffect(() => onLeave(save), [save]);
  useEffect(() => beforeRenewal(save), [save]);

  const drop = useCallback(() => {
    unsaved.current = null;
    if (timer.current) clearTimeout(timer.current);
    forget(key);
    // What was typed in the same moment goes as well.
    setForm(() => {
      unsaved.current = null;
      return empty();
    });
    setLeft({});
    setBegun(false);
    setRestored(false);
    setSavedAt(null);
  }, [key, empty]);

  return { key, form, change, adopt, keep, offer, begun, restored, leftOut: textsIn(left), savedAt, refused, drop };
}

/** What a form can be about; the first part of a draft's name. */
export const draftKinds = [
  "visitType",
  "visit",
  "correction",
  "followUp",
  "stage",
  "sale",
  "customer",
  "site",
  "targets",
  "plan",
  "calendar",
  "record",
  "setup",
  "report",
  "doubt",
] as const;
export type DraftKind = (typeof draftKinds)[number];
/** A kind that nobody could name is none. */
export type DraftName = DraftKind | `${DraftKind}:${string}`;

export interface KeptDraft {
  key: string;
  kind: DraftKind;
  /** Whom it is about; empty where nobody has said. */
  about: string;
}

/** What this person has begun and not sent, of this phone. Where somebody meant to check in is nothing that is sent. */
export function draftsOf(memberId: string | null): KeptDraft[] {
  const beginning = keyOf(memberId, "");
  return storedNames().flatMap((key) => {
    const [word = ""] = key.startsWith(beginning) ? key.slice(beginning.length).split(":") : [];
    const kind = draftKinds.find((one) => one === word);
    const kept = kind ? readStored(key) : null;
    if (!kind || typeof kept !== "object" || kept === null) return [];
    const about = aboutField in kept ? kept[aboutField] : "";
    return [{ key, kind, about: typeof about === "string" ? about : "" }];
  });
}

/** What is kept under another name; null where nothing is. */
export function peekDraft(name: string): Record<string, unknown> | null {
  const kept = readStored(keyOf(useSession.getState().memberId, name));
  return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : null; // whatever an object holds
}

/** The same, taken from there: what belongs together is in one place. */
export function takeDraft(name: string): Record<string, unknown> | null {
  const kept = peekDraft(name);
  if (kept) forget(keyOf(useSession.getState().memberId, name));
  return kept;
}

const keyOf = (memberId: string | null, name: string): string => `draft:${memberId ?? "nobody"}:${name}`;

/** What a draft of whoever is here is stored under. */
export const draftKey = (name: DraftName): string => keyOf(useSession.getState().memberId, name);

const hasAny = (named: object): boolean => Object.keys(named).length > 0;

const namedIn = (kept: unknown) => (typeof kept === "object" && kept !== null ? kept : {}) as Record<string, unknown>; // by name

/** Of its kind: what is not typed yet may become anything, and a list is no other thing. */
const isLike = (field: unknown, kept: unknown): boolean =>
  typeof field === typeof kept && (!Array.isArray(field) || Array.isArray(kept));

/** What is kept of each field, where it is still of its kind: an earlier version may have kept other ones. */
function formOf<Form extends object>(
  empty: Form,
  kept: unknown,
  ofEarlier: (kept: Record<string, unknown>) => Partial<Form>,
): Form {
  const named = namedIn(kept);
  const fields: Record<string, unknown> = { ...ofEarlier(named), ...named };
  return Object.fromEntries(
    Object.entries(empty).map(([name, value]: [string, unknown]) => [
      name,
      isLike(value, fields[name]) ? fields[name] : value,
    ]),
    // The same names, each with a value of its kind.
  ) as Form;
}

/** What is kept and in no field: not what `ofEarlier` makes fields of. */
function leftOf<Form extends object>(
  empty: Form,
  kept: unknown,
  ofEarlier: (kept: Record<string, unknown>) => Partial<Form>,
): Record<string, unknown> {
  const named = namedIn(kept);
  const fields = new Map<string, unknown>(Object.entries(empty));
  const made = canonicalJson(ofEarlier(named));
  const isTaken = (name: string) => canonicalJson(ofEarlier({ ...named, [name]: undefined })) !== made;
  const left = Object.entries(named).filter(
    ([name, value]) =>
      name !== aboutField &&
      name !== leftOutField &&
      !(fields.has(name) && isLike(fields.get(name), value)) &&
      !isTaken(name),
  );
  return { ...namedIn(named[leftOutField]), ...Object.fromEntries(left) };
}

/** What only the program reads: ids, instants. */
const forPrograms = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^\d{4}-\d\d-\d\dT/i;

/** The texts and numbers in it, wherever they are. */
function textsIn(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  if (typeof value !== "string" && typeof value !== "number") return [];
  const text = String(value).trim();
  return text === "" || forPrograms.test(text) ? [] : [text];
}
