import { useEffect } from "react";
import { presentPath } from "@/platform/navigation";

let instead: { of: string | null; path: string } | null = null;

/** Where somebody who has to come in again is taken back to: the page in front, or what that page has become meanwhile. */
export function pathToComeBackTo(): string | null {
  const path = presentPath();
  return instead && instead.of === path ? instead.path : path;
}

/** A form that has been sent would open empty: its page is what was sent. @param path null: it is to be opened itself */
export function useComeBackTo(path: string | null): void {
  useEffect(() => {
    instead = path === null ? null : { of: presentPath(), path };
    return () => {
      instead = null;
    };
  }, [path]);
}
