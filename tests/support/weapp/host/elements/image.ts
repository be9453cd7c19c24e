import { type Control, type ControlHome, isOn } from "./control";

/**
 * An `img` inside. A path into the package must name a file of the package: the client shows nothing otherwise. Where
 * nothing is drawn, `load` comes a tick later without a size.
 */
export function image({ element, properties, trigger, fail, view }: ControlHome): Control {
  const inner = element.ownerDocument.createElement("img");
  inner.alt = "";
  element.appendChild(inner);
  if (view.loadImages) {
    inner.addEventListener("load", () => trigger("load", { width: inner.naturalWidth, height: inner.naturalHeight }));
    inner.addEventListener("error", () => trigger("error", { errMsg: `cannot load ${inner.src}` }));
  }
  return {
    attribute(name, value) {
      if (name === "mode") inner.dataset.mode = String(value);
      if (name === "lazy-load") inner.loading = isOn(value) ? "lazy" : "eager";
      if (name !== "src" || typeof value !== "string" || value === "") return;
      const known = /^(https?:|data:|wxfile:|blob:)/.test(value) || value.replace(/^\//, "") in view.packageFiles;
      if (!known) fail(`The package has no picture ${value}`);
      if (view.loadImages) inner.src = value;
      else
        setTimeout(() => {
          if (properties.get("src") === value) trigger(known ? "load" : "error", { width: 0, height: 0 });
        }, 0);
    },
  };
}
