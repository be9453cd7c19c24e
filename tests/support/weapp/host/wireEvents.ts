import { closest, descendants, isDisabled } from "./elements/control";
import type { ViewElement } from "./viewContext";

const LONG_PRESS_MS = 350;
const controlTags = ["button", "switch", "checkbox", "radio", "picker", "input", "textarea", "slider"];

export type Trigger = (element: ViewElement, type: string, detail: unknown, extra?: Record<string, unknown>) => void;

/**
 * Turns what the browser says into WeChat's events: a click is a `tap`, a finger that stays is a `longpress` (and no tap
 * afterwards), touches keep their names. A disabled control tells nothing.
 */
export function wireEvents(document: Document, trigger: Trigger): void {
  let longPressed = false;
  let pressing: ReturnType<typeof setTimeout> | undefined;

  for (const type of ["touchstart", "touchmove", "touchend", "touchcancel"] as const) {
    document.addEventListener(
      type,
      (event) => {
        const target = viewTarget(event.target);
        if (!target || isDisabledInside(target)) return;
        clearTimeout(pressing);
        const touches = touchesOf(event);
        if (type === "touchstart") {
          longPressed = false;
          pressing = setTimeout(() => {
            longPressed = true;
            trigger(target, "longpress", {}, touches);
          }, LONG_PRESS_MS);
        }
        trigger(target, type, {}, touches);
      },
      { capture: true, passive: true },
    );
  }

  document.addEventListener(
    "click",
    (event) => {
      const target = viewTarget(event.target);
      if (!target || longPressed || isDisabledInside(target)) {
        longPressed = false;
        return;
      }
      const touch = {
        identifier: 0,
        pageX: event.pageX,
        pageY: event.pageY,
        clientX: event.clientX,
        clientY: event.clientY,
      };
      trigger(target, "tap", { x: event.pageX, y: event.pageY }, { touches: [touch], changedTouches: [touch] });
      controlOf(target)?.wxControl?.activate?.();
    },
    { capture: true },
  );

  for (const type of ["animationstart", "animationend", "animationiteration", "transitionend"] as const) {
    document.addEventListener(type, (event) => {
      const target = viewTarget(event.target);
      if (target) trigger(target, type, {});
    });
  }
}

function viewTarget(target: EventTarget | null): ViewElement | null {
  let element = target as ViewElement | null;
  while (element && !element.__wxElement) element = element.parentElement;
  return element;
}

function isDisabledInside(target: ViewElement): boolean {
  const control = closest(target, ...controlTags);
  return control !== null && isDisabled(control);
}

/** The control that a tap means: the one around it, else the one of its label. */
function controlOf(target: ViewElement): ViewElement | null {
  const control = closest(target, ...controlTags);
  if (control) return control;
  const label = closest(target, "label");
  if (!label) return null;
  const id = label.wxProperties?.get("for");
  if (typeof id === "string" && id)
    return [...label.ownerDocument.querySelectorAll<ViewElement>("[id]")].find((item) => item.id === id) ?? null;
  return controlTags.flatMap((tag) => descendants(label, tag))[0] ?? null;
}

function touchesOf(event: TouchEvent): Record<string, unknown> {
  const plain = (list: TouchList | undefined) =>
    [...(list ?? [])].map(({ identifier, pageX, pageY, clientX, clientY }) => ({
      identifier,
      pageX,
      pageY,
      clientX,
      clientY,
    }));
  return { touches: plain(event.touches), changedTouches: plain(event.changedTouches) };
}
