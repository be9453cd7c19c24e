import { create } from "zustand";
import { onOutdated } from "@/api/http";
import { isServerThere, onMissingPart, readyForOffline, renew } from "@/platform/renew";
import { forget, readStored, store } from "@/platform/storage";

/*
 * Versions that meet: the server has been updated while this program ran. The page loads itself once, with every draft kept, and
 * says so; where that did not help, the sentence asks the person to update.
 */

interface Renewal {
  /** What the person should know at the top of every page. */
  notice: "renewed" | "outdated" | "missingPage" | null;
}

const storedName = "setting:renewedAt";
/** So long nothing is loaded again by itself: what did not help once does not help in a circle. */
const onceMs = 30 * 60_000;
/** The new start that belongs to a renewal comes this soon. */
const startMs = 60_000;
const noticeMs = 20_000;
const quietMs = 5_000;

export const useRenewal = create<Renewal>()(() => ({ notice: null }));

const drafts = new Set<() => void>();

/** What is not kept yet is kept before the page goes. @returns what ends that */
export function beforeRenewal(save: () => void): () => void {
  drafts.add(save);
  return () => void drafts.delete(save);
}

/** Loads the program again, unless that has just been tried. */
export function renewOnce(): void {
  const sinceMs = Date.now() - renewedAtMs();
  // A date that was set back is as good as none.
  if (sinceMs >= 0 && sinceMs < onceMs) return say("outdated");
  // Without a memory of it the page would load in a circle.
  if (!store(storedName, Date.now())) return say("outdated");
  saveAndRenew();
}

/** The person wants the newest version. */
export function renewNow(): void {
  store(storedName, Date.now());
  saveAndRenew();
}

function saveAndRenew(): void {
  for (const save of drafts) save();
  renew();
}

function renewedAtMs(): number {
  const kept = readStored(storedName);
  return typeof kept === "number" ? kept : Number.NEGATIVE_INFINITY;
}

/** Called once, when the program starts. */
export function watchVersions(): void {
  onOutdated(renewOnce);
  onMissingPart(() => void missingPart());
  const sinceMs = Date.now() - renewedAtMs();
  if (sinceMs >= 0 && sinceMs < startMs) say("renewed");
  else if (sinceMs < 0) forget(storedName);
  // After the first page is there and has been answered.
  setTimeout(() => void readyForOffline(), quietMs);
}

/** Without a network the page comes when there is one; else the server has another version of it. */
async function missingPart(): Promise<void> {
  if (await isServerThere()) renewOnce();
  else say("missingPage");
}

let silence: ReturnType<typeof setTimeout> | null = null;

/** Says it for a while. */
export function say(notice: NonNullable<Renewal["notice"]>): void {
  if (silence) clearTimeout(silence);
  useRenewal.setState({ notice });
  silence = setTimeout(() => useRenewal.setState({ notice: null }), noticeMs);
}
