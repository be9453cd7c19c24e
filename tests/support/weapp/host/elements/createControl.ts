import { button, form } from "./form";
import { checkGroup, checkable, switchControl } from "./checkables";
import { choosable } from "./choosables";
import type { Control, ControlHome } from "./control";
import { image } from "./image";
import { pageContainer } from "./pageContainer";
import { richText } from "./richText";
import { scrollView } from "./scrollView";
import { textField } from "./textField";

export type { Control } from "./control";

const controls: Record<string, (home: ControlHome) => Control> = {
  input: (home) => textField(home, "input"),
  textarea: (home) => textField(home, "textarea"),
  image,
  button,
  form,
  "scroll-view": scrollView,
  switch: switchControl,
  checkbox: (home) => checkable(home, "checkbox"),
  radio: (home) => checkable(home, "radio"),
  "checkbox-group": (home) => checkGroup(home, "checkbox"),
  "radio-group": (home) => checkGroup(home, "radio"),
  picker: (home) => choosable(home, "picker"),
  "picker-view": (home) => choosable(home, "picker-view"),
  slider: (home) => choosable(home, "slider"),
  swiper: (home) => choosable(home, "swiper"),
  "rich-text": richText,
  "page-container": pageContainer,
};

/** How a built-in tag behaves, or null for one that is only drawn. */
export function createControl(tag: string, home: ControlHome): Control | null {
  return controls[tag]?.(home) ?? null;
}
