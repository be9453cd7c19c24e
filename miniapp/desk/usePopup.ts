import { useEffect, useState } from "react";

export interface Popup {
  isOpen: boolean;
  toggle: () => void;
  close: () => void;
}

/**
 * Something that a button of the header lets down: Esc closes it and gives the focus back to the button.
 * @param around the button with the popup: a tap or the focus elsewhere closes it
 */
export function usePopup(around: React.RefObject<HTMLElement>): Popup {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      const isElsewhere = !(event.target instanceof Node && around.current?.contains(event.target));
      // What lies over everything belongs to what has opened it.
      if (isElsewhere && document.querySelector(".sheet") === null) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(".sheet") !== null) return;
      event.preventDefault();
      setOpen(false);
      around.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
      document.removeEventListener("keydown", onKey);
    };
  }, [isOpen, around]);
  return { isOpen, toggle: () => setOpen(!isOpen), close: () => setOpen(false) };
}
