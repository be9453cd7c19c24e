import { closest, descendants, isDisabled, isOn, type Control, type ControlHome } from "./control";

/** Whether it is on is kept as an attribute, for style sheets and tests alike. */
const setChecked = (element: Element, checked: boolean) => void element.toggleAttribute("data-checked", checked);
const isChecked = (element: Element) => element.hasAttribute("data-checked");

export function switchControl({ element, trigger }: ControlHome): Control {
  return {
    attribute(name, value) {
      if (name === "checked") setChecked(element, isOn(value));
    },
    activate() {
      if (isDisabled(element)) return;
      setChecked(element, !isChecked(element));
      trigger("change", { value: isChecked(element) });
    },
    formValue: () => isChecked(element),
    reset: () => setChecked(element, false),
  };
}

/** One `checkbox` or `radio`; its group tells the change. */
export function checkable({ element }: ControlHome, tag: "checkbox" | "radio"): Control {
  return {
    attribute(name, value) {
      if (name === "checked") setChecked(element, isOn(value));
    },
    activate() {
      if (isDisabled(element)) return;
      const group = closest(element, `${tag}-group`);
      if (tag === "checkbox") {
        setChecked(element, !isChecked(element));
      } else {
        if (isChecked(element)) return;
        for (const other of group ? descendants(group, "radio") : []) setChecked(other, other === element);
        setChecked(element, true);
      }
      group?.wxControl?.choose?.(undefined);
    },
    reset: () => setChecked(element, false),
  };
}

export function checkGroup({ element, trigger }: ControlHome, tag: "checkbox" | "radio"): Control {
  const value = () => {
    const values = descendants(element, tag)
      .filter(isChecked)
      .map((item) => item.wxProperties?.get("value") ?? "");
    return tag === "checkbox" ? values : (values[0] ?? "");
  };
  return { choose: () => trigger("change", { value: value() }), formValue: value };
}
