import { useEffect, useRef } from "react";
import { SearchPart } from "@/pages/common/search/SearchPart";
import { usePopup } from "./usePopup";
import { useDeskWords } from "./words";

const typesIn = "input, textarea, select, [contenteditable]";

/** Search from every page, also by `/` where nobody types. */
export function SearchMenu() {
  const { desk } = useDeskWords();
  const around = useRef<HTMLDivElement>(null);
  const { isOpen, toggle, close } = usePopup(around);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest(typesIn) !== null;
      if (event.key !== "/" || isTyping || event.defaultPrevented || document.querySelector(".sheet")) return;
      event.preventDefault();
      if (!isOpen) toggle();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOpen, toggle]);
  useEffect(() => {
    if (isOpen) around.current?.querySelector("input")?.focus();
  }, [isOpen]);
  return (
    <div className="desk-drop" ref={around}>
      <button
        type="button"
        id="desk-search"
        className="desk-button desk-search"
        aria-haspopup="true"
        aria-expanded={isOpen}
        aria-keyshortcuts="/"
        aria-label={desk.search.title}
        onClick={toggle}
      >
        <span>{desk.search.title}</span>
        <kbd className="desk-key" aria-hidden="true">
          /
        </kbd>
      </button>
      {isOpen && (
        <div className="desk-popup desk-popup-search" data-popup role="group" aria-label={desk.search.title}>
          <SearchPart words={desk.search} menuWords={desk.menu} onGone={close} />
        </div>
      )}
    </div>
  );
}
