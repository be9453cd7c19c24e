import { isOn, type Control, type ControlHome } from "./control";

/** Lies over a page: while it shows, going back leaves it and not the page. */
export function pageContainer({ properties, trigger }: ControlHome): Control {
  return {
    choose(value) {
      if (value !== "back" || !isOn(properties.get("show"))) throw new Error("This page-container does not show");
      trigger("beforeleave", {});
      trigger("leave", {});
      trigger("afterleave", {});
    },
  };
}
