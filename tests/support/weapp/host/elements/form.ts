import type { ViewElement } from "../viewContext";
import { closest, isDisabled, textOf, type Control, type ControlHome } from "./control";

/** What these open belongs to the client; a test that needs one has to extend the host. */
const simulatedOpenTypes = new Set(["", "share"]);

export function button({ element, properties, fail }: ControlHome): Control {
  return {
    activate() {
      if (isDisabled(element)) return;
      const formType = properties.get("form-type");
      const openType = textOf(properties.get("open-type"));
      if (formType === "submit") closest(element, "form")?.wxControl?.activate?.();
      if (formType === "reset") closest(element, "form")?.wxControl?.reset?.();
      if (!simulatedOpenTypes.has(openType)) fail(`open-type="${openType}" is not simulated`);
    },
  };
}

export function form({ element, trigger }: ControlHome): Control {
  const named = () =>
    [...element.querySelectorAll<ViewElement>("*")].filter(
      (item) => item.wxControl?.formValue && typeof item.wxProperties?.get("name") === "string",
    );
  return {
    activate() {
      const value: Record<string, unknown> = {};
      for (const item of named()) value[String(item.wxProperties?.get("name"))] = item.wxControl?.formValue?.();
      trigger("submit", { value });
    },
    reset() {
      for (const item of named()) item.wxControl?.reset?.();
      trigger("reset", {});
    },
  };
}
