import { descendants, isDisabled, textOf, type Control, type ControlHome } from "./control";

type Check = (value: unknown, properties: ReadonlyMap<string, unknown>) => string | null;

const isIndexOf = (value: unknown, range: unknown) =>
  Array.isArray(range) && typeof value === "number" && value in range;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** What a person can choose in each kind of picker; the answer says why not. */
const pickerChecks: Record<string, Check> = {
  selector: (value, given) => (isIndexOf(value, given.get("range")) ? null : "is no index of its range"),
  multiSelector: (value, given) => {
    const range: unknown = given.get("range");
    const fits =
      Array.isArray(value) && Array.isArray(range) && value.every((index, at) => isIndexOf(index, range[at]));
    return fits ? null : "holds no index of each column";
  },
  time: (value) => (typeof value === "string" && /^\d{2}:\d{2}$/.test(value) ? null : "is no time such as 09:30"),
  date: (value, given) => {
    if (typeof value !== "string" || !day.test(value)) return "is no day such as 2026-03-26";
    const start = textOf(given.get("start"));
    const end = textOf(given.get("end"));
    return (day.test(start) && value < start) || (day.test(end) && value > end) ? `lies outside ${start}…${end}` : null;
  },
  region: (value) => (Array.isArray(value) ? null : "is no list of names"),
};

const checks: Record<string, Check> = {
  "picker-view": (value) => (Array.isArray(value) ? null : "is no list of indexes"),
  slider: (value, given) => {
    const [min, max] = [Number(given.get("min") ?? 0), Number(given.get("max") ?? 100)];
    return typeof value === "number" && value >= min && value <= max ? null : `lies outside ${min}…${max}`;
  },
  swiper: (value) => (typeof value === "number" ? null : "is no index"),
};

/** Tags whose native part has no DOM: a test chooses by `choose(value)`, with the limits that a person would meet. */
export function choosable({ element, properties, trigger }: ControlHome, tag: string): Control {
  let current: unknown = properties.get("value");
  return {
    attribute(name, value) {
      if (name === "value" || name === "current") current = value;
      if (tag === "swiper") element.setAttribute("data-current", textOf(current));
    },
    choose(value) {
      if (isDisabled(element)) throw new Error(`Nobody can choose in a disabled ${tag}`);
      const mode = tag === "picker" ? textOf(properties.get("mode")) || "selector" : tag;
      const check = tag === "picker" ? pickerChecks[mode] : checks[tag];
      const fault = check?.(value, properties);
      if (fault) throw new Error(`${JSON.stringify(value)} cannot be chosen in this ${mode}: it ${fault}`);
      if (tag === "swiper" && Number(value) >= descendants(element, "swiper-item").length) {
        throw new Error(`This swiper has no item ${String(value)}`);
      }
      current = value;
      if (tag === "slider") trigger("changing", { value });
      // Native pickers answer with the index as a string; numbers come from a slider and a swiper.
      if (tag === "swiper") trigger("change", { current: value, source: "touch" });
      else trigger("change", { value: mode === "selector" ? String(value) : value });
    },
    formValue: () => current,
  };
}
