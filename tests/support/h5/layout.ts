import type { Page } from "playwright-core";

/**
 * What a person would see go wrong in the layout, in words: text that is cut or leaves its box or the window, and text or
 * marks that lie on each other. Looks at the gallery's states, and at the layers of a page.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const layers = "[data-state], .header, .strip, .action-bar, .tab-bar, .sheet-panel, .toast, .page-body";
    const marks = ".shape, .row-arrow, .radio-mark, .trace-mark, .sheet-cross, .header-arrow";
    const faults = new Set<string>();

    const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const wordsOf = (text: string) => text.replace(/\s+/g, " ").trim().slice(0, 40);
    const layerOf = (element: Element) => element.closest(layers);
    const placeOf = (element: Element) =>
      element.closest("[data-state]")?.getAttribute("data-state") ?? layerOf(element)?.className ?? "page";
    const isPainted = ({ backgroundColor, borderLeftStyle, backgroundImage }: CSSStyleDeclaration) =>
      backgroundColor !== "rgba(0, 0, 0, 0)" || borderLeftStyle !== "none" || backgroundImage !== "none";

    /** Within a part that scrolls: whoever scrolls finds it, so it is not missing, and lies on nothing. The page itself is seen whole. */
    const isScrolledAway = (element: Element, box: DOMRect): boolean => {
      for (let around: Element | null = element; around && !around.matches(".page"); around = around.parentElement) {
        if (!/auto|scroll/.test(getComputedStyle(around).overflowY)) continue;
        const room = around.getBoundingClientRect();
        if (box.bottom > room.bottom || box.top < room.top) return true;
      }
      return false;
    };

    interface Piece {
      element: Element;
      words: string;
      boxes: DOMRect[];
    }
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.nodeValue?.trim() || !isShown(element) || !layerOf(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => !isScrolledAway(element, box));
      pieces.push({ element, words: wordsOf(node.nodeValue), boxes });
    }

    for (const { element, words, boxes } of pieces) {
      const told = `${placeOf(element)}: 「${words}」`;
      for (const box of boxes) {
        if (box.left < -0.5 || box.right > innerWidth + 0.5) faults.add(`${told} leaves the window`);
        // Letters may be drawn a little above and below the line that they stand on.
        const slack = box.height * 0.25;
        for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
          const style = getComputedStyle(around);
          const room = around.getBoundingClientRect();
          const isWide = box.left < room.left - 1 || box.right > room.right + 1;
          const isHigh = box.top < room.top - slack || box.bottom > room.bottom + slack;
          if (style.display === "inline" || style.display === "contents") continue;
          if (isWide && style.overflowX !== "visible") faults.add(`${told} is cut by ${around.className}`);
          if (isHigh && /hidden|clip/.test(style.overflowY)) faults.add(`${told} is cut by ${around.className}`);
          if ((isWide || isHigh) && isPainted(style)) faults.add(`${told} leaves ${around.className}`);
          // What is placed by itself leaves its parents on purpose; the window and its layer still hold it.
          if (style.position === "absolute" || style.position === "fixed" || around.matches(".page-body")) break;
        }
        const layer = element.closest("[data-state]")?.getBoundingClientRect();
        if (layer && (box.left < layer.left - 1 || box.right > layer.right + 1 || box.bottom > layer.bottom + slack))
          faults.add(`${told} leaves its place`);
      }
    }

    const drawn = [...document.querySelectorAll(marks)]
      .filter((element) => isShown(element) && layerOf(element))
      .map((element) => ({ element, words: element.className, boxes: [element.getBoundingClientRect()] }));
    const all = [...pieces, ...drawn];
    for (const layer of new Set(all.map(({ element }) => layerOf(element)))) {
      const inLayer = all.filter(({ element }) => layerOf(element) === layer);
      inLayer.forEach((one, n) => {
        for (const other of inLayer.slice(n + 1)) {
          if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
          const touch = one.boxes.some((a) => other.boxes.some((b) => areOnEachOther(a, b)));
          if (touch) faults.add(`${placeOf(one.element)}: 「${one.words}」 and 「${other.words}」 lie on each other`);
        }
      });
    }

    /** The middle parts of lines: their upper and lower rims hold no ink. */
    function areOnEachOther(a: DOMRect, b: DOMRect): boolean {
      const rimA = a.height * 0.2;
      const rimB = b.height * 0.2;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom - rimA, b.bottom - rimB) - Math.max(a.top + rimA, b.top + rimB);
      return wide > 1 && high > 1;
    }

    return [...faults];
  });
}
