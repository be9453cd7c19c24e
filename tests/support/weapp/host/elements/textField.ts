import { isOn, textOf, type Control, type ControlHome } from "./control";

const DEFAULT_MAX_LENGTH = 140;
const inputModes: Record<string, string> = { number: "numeric", digit: "decimal", idcard: "text" };

/** `input` and `textarea`: an element of the browser inside, with WeChat's events outside. */
export function textField({ element, properties, trigger }: ControlHome, tag: "input" | "textarea"): Control {
  const inner: HTMLInputElement | HTMLTextAreaElement = element.ownerDocument.createElement(tag);
  element.appendChild(inner);
  const maxLength = () => {
    const given = properties.get("maxlength");
    return given === undefined || given === "" ? DEFAULT_MAX_LENGTH : Number(given);
  };
  const told = () => ({ value: inner.value, cursor: inner.selectionStart ?? inner.value.length });

  inner.addEventListener("input", (event) => {
    event.stopPropagation();
    const limit = maxLength();
    if (limit >= 0 && inner.value.length > limit) inner.value = inner.value.slice(0, limit);
    trigger("input", { ...told(), keyCode: 0 });
  });
  inner.addEventListener("focus", () => trigger("focus", { value: inner.value, height: 0 }));
  inner.addEventListener("blur", () => trigger("blur", told()));
  const box: HTMLElement = inner;
  box.addEventListener("keydown", (event) => {
    if (tag === "input" && event.key === "Enter") {
      trigger("confirm", { value: inner.value });
      if (!isOn(properties.get("confirm-hold"))) inner.blur();
    }
  });

  return {
    attribute(name, value) {
      // undefined is what a template gives for a value that nobody controls: what was typed stays.
      if (name === "value" && value !== undefined && inner.value !== textOf(value)) inner.value = textOf(value);
      else if (name === "placeholder") inner.placeholder = textOf(value);
      else if (name === "disabled") inner.disabled = isOn(value);
      else if (name === "password" && inner.tagName === "INPUT")
        inner.setAttribute("type", isOn(value) ? "password" : "text");
      else if (name === "type") inner.inputMode = inputModes[textOf(value)] ?? "";
      else if (name === "aria-label") inner.setAttribute("aria-label", textOf(value));
      // The client moves the focus after it has drawn.
      else if (name === "focus" && isOn(value)) queueMicrotask(() => inner.focus());
    },
    type(text) {
      if (inner.disabled) throw new Error(`Nobody can type into a disabled ${tag}`);
      inner.focus();
      inner.value = text;
      const view = element.ownerDocument.defaultView;
      if (view) inner.dispatchEvent(new view.Event("input", { bubbles: true }));
    },
    formValue: () => inner.value,
    reset() {
      inner.value = "";
    },
  };
}
