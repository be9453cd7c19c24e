import type { Page } from "playwright-core";

/** Something that can be tapped or typed into, as it stands on the screen. */
export interface Target {
  tag: string;
  role: string;
  name: string;
  /** Reachable by the Tab key. */
  focusable: boolean;
  /** It says that nothing happens now. */
  disabled: boolean;
  box: { x: number; y: number; width: number; height: number };
}

/**
 * Everything on the page that React listens to for clicks, and every control of the browser: what a finger would try.
 * Elements inside another target of the same box are part of it.
 */
export async function listTargets(page: Page): Promise<Target[]> {
  return page.evaluate(() => {
    const controls =
      "a[href], button, input, select, textarea, [role=button], [role=link], [role=switch], [role=radio], [role=checkbox], [role=tab]";
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      const hidden = element.closest('[aria-hidden="true"], [hidden], [inert]') !== null;
      return (
        width > 0 && height > 0 && !hidden && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
      );
    };
    // React keeps an element's properties beside it.
    const listens = (element: Element) =>
      Object.entries(element).some(
        ([key, value]) =>
          key.startsWith("__reactProps$") && typeof (value as { onClick?: unknown }).onClick === "function",
      );
    const textOf = (element: Element): string =>
      [...element.childNodes]
        .map((child) => {
          if (child instanceof Text) return child.data;
          if (!(child instanceof Element) || child.getAttribute("aria-hidden") === "true") return "";
          return child.getAttribute("aria-label") ?? (child instanceof HTMLImageElement ? child.alt : textOf(child));
        })
        .join(" ");
    const labelOf = (element: Element) => {
      const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
      const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      const own =
        "labels" in element
          ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(" ")
          : "";
      return (
        element.getAttribute("aria-label") || labelled || own || element.getAttribute("placeholder") || textOf(element)
      );
    };
    const roleOf = (element: Element) => {
      const tags: Record<string, string> = {
        A: "link",
        BUTTON: "button",
        INPUT: "textbox",
        TEXTAREA: "textbox",
        SELECT: "combobox",
      };
      return element.getAttribute("role") ?? tags[element.tagName] ?? "";
    };
    return [...document.querySelectorAll("body *")]
      .filter((element) => (element.matches(controls) || listens(element)) && isShown(element))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return {
          tag: element.tagName.toLowerCase(),
          role: roleOf(element),
          name: labelOf(element).replace(/\s+/g, " ").trim(),
          disabled: element.getAttribute("aria-disabled") === "true" || element.matches(":disabled"),
          focusable: (element as HTMLElement).tabIndex >= 0,
          box: { x, y, width, height },
        };
      });
  });
}

/** How far the page is wider than its window; 0 where nobody has to scroll sideways. */
export async function overflowPx(page: Page): Promise<number> {
  return page.evaluate(() => {
    const window = document.documentElement.clientWidth;
    const scrollers = [...document.querySelectorAll("body, body *")].filter((element) => {
      const { overflowX } = getComputedStyle(element);
      return element.scrollWidth > element.clientWidth + 1 && (overflowX === "auto" || overflowX === "scroll");
    });
    // A strip that is made to be swiped says so.
    const unmeant = scrollers.filter((element) => element.closest("[data-scroll-x]") === null);
    const widths = unmeant.map((element) => element.scrollWidth - element.clientWidth);
    return Math.max(0, document.documentElement.scrollWidth - window, ...widths);
  });
}

/** Names and amounts that must stay whole (`data-keep`) and are cut; with their text. */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-keep]")]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.innerText),
  );
}

/** What a field of one line says of what belongs there, where it does not fit into it. */
export async function cutHints(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d");
    return [...document.querySelectorAll<HTMLInputElement>("input[placeholder]")]
      .filter((input) => input.checkVisibility() && input.value === "")
      .filter((input) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(input);
        if (!context) return false;
        context.font = font;
        const room = input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        return context.measureText(input.placeholder).width > room + 1;
      })
      .map(({ placeholder }) => placeholder);
  });
}

/** Cards, choices and buttons that stand below each other with less than 8 px between them. */
export async function crowded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const blocks = ".card, .choices, .button:not(.button-quiet)";
    const wordsOf = (element: Element) => (element.textContent ?? "").trim().slice(0, 20);
    return [...document.querySelectorAll(blocks)].flatMap((one) => {
      const next = one.nextElementSibling;
      if (!next?.matches(blocks) || !one.checkVisibility() || !next.checkVisibility()) return [];
      const gapPx = next.getBoundingClientRect().top - one.getBoundingClientRect().bottom;
      // Browsers round layout to fractions of a pixel; what stands beside the other overlaps in height.
      return gapPx > -1 && gapPx < 7.5
        ? [`「${wordsOf(one)}」 and 「${wordsOf(next)}」 are ${Math.round(gapPx)} px apart`]
        : [];
    });
  });
}

/**
 * What is read inside something that can be tapped and is missing in its name, so that whoever says what they see is not
 * heard (WCAG 2.5.3). Punctuation aside, and word by word: axe's own rule knows no Chinese punctuation.
 */
export async function unnamedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const plain = (text: string) => text.replace(/[\s\p{P}]/gu, "").toLowerCase();
    const wordsIn = (element: Element): string[] =>
      [...element.childNodes].flatMap((child) => {
        if (child instanceof Text) return [child.data];
        if (!(child instanceof Element) || child.getAttribute("aria-hidden") === "true") return [];
        return wordsIn(child);
      });
    return [...document.querySelectorAll("[role=button], [role=radio], [role=checkbox], button")]
      .filter((element) => element.checkVisibility() && element.hasAttribute("aria-label"))
      .flatMap((element) => {
        const name = element.getAttribute("aria-label") ?? "";
        const missing = wordsIn(element).filter((words) => !plain(name).includes(plain(words)));
        return missing.map((words) => `「${words}」 is read but missing in the name 「${name}」`);
      });
  });
}

/** Every text that can be seen or is read aloud, but for what somebody types and the buttons that send it. */
export async function textsSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isTyped = (element: Element) => element.closest("input, textarea, .field, .button") !== null;
    const seen = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && !isTyped(one));
    return seen.flatMap((one) => {
      const own = [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const text = own.map(({ textContent }) => textContent ?? "").join("");
      return [text, one.getAttribute("aria-label") ?? ""].filter((each) => each.trim() !== "");
    });
  });
}
