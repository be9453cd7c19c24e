import type { IPluginContext } from "@tarojs/service";

const names = [
  "role",
  "label",
  "hidden",
  "checked",
  "selected",
  "disabled",
  "expanded",
  "live",
  "modal",
  "valuenow",
  "valuetext",
  "describedby",
];
const aria = Object.fromEntries(names.map((name) => [`aria-${name}`, "''"]));
const elements = ["View", "Text", "Image", "Button", "Input", "Textarea", "ScrollView", "Picker"];

interface MiniPlatform {
  template?: { mergeComponents(context: IPluginContext, patch: Record<string, Record<string, string>>): void };
}

/**
 * Taro's mini-program templates hold no aria-* attribute, so a label given to a View is lost without a word. This adds
 * those that miniapp/ui/a11y.ts writes.
 */
export default function ariaTemplates(context: IPluginContext): void {
  context.registerMethod({
    name: "onSetupClose",
    fn(platform: MiniPlatform) {
      const patch = Object.fromEntries(elements.map((element) => [element, aria]));
      platform.template?.mergeComponents(context, patch);
    },
  });
}
