import { isOn, type Control, type ControlHome } from "./control";

/** Scrolls as the browser does (the base style sheet says where), and tells it by WeChat's events. */
export function scrollView({ element, properties, trigger }: ControlHome): Control {
  let atBottom = false;
  let before = { top: 0, left: 0 };
  element.addEventListener("scroll", (event) => {
    if (event.target !== element) return;
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element;
    const deltas = { deltaX: before.left - scrollLeft, deltaY: before.top - scrollTop };
    before = { top: scrollTop, left: scrollLeft };
    trigger("scroll", { scrollTop, scrollLeft, scrollHeight, scrollWidth, ...deltas });
    const lower = scrollHeight - scrollTop - clientHeight <= Number(properties.get("lower-threshold") ?? 50);
    if (lower && !atBottom) trigger("scrolltolower", { direction: "bottom" });
    atBottom = lower;
  });
  return {
    attribute(name, value) {
      if (name === "scroll-top" && value !== undefined) element.scrollTop = Number(value);
      if (name === "scroll-into-view" && typeof value === "string" && value) {
        // The target may be drawn by the same setData. jsdom has no scrolling into view.
        setTimeout(() => {
          const target = [...element.querySelectorAll("[id]")].find((item) => item.id === value);
          if (target && "scrollIntoView" in target) target.scrollIntoView({ block: "start" });
        }, 0);
      }
    },
    /** `refresh` is the pull of its own refresher. */
    choose(value) {
      if (value !== "refresh" || !isOn(properties.get("refresher-enabled")))
        throw new Error("This scroll-view has no refresher");
      trigger("refresherrefresh", { deltaY: 80 });
    },
  };
}
