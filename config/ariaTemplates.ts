import path from "node:path";
import type { IPluginContext } from "@tarojs/service";
import { attributes, elements } from "../miniapp/platform/aria/attributes.json";

const empty = Object.fromEntries(attributes.map((name) => [name, "''"]));

interface MiniPlatform {
  template?: { mergeComponents(context: IPluginContext, patch: Record<string, Record<string, string>>): void };
  runtimePath?: string | string[];
}

/**
 * Taro's mini-program templates hold no aria-* attribute, so a label given to a View is lost without a word. This adds
 * those that miniapp/ui/a11y.ts writes: to the templates, and to the running code, which numbers the same properties.
 */
export default function ariaTemplates(context: IPluginContext): void {
  context.registerMethod({
    name: "onSetupClose",
    fn(platform: MiniPlatform) {
      if (!platform.template) return;
      platform.template.mergeComponents(
        context,
        Object.fromEntries(elements.map((element) => [element, { ...empty }])),
      );
      platform.runtimePath = [
        platform.runtimePath ?? [],
        path.resolve(__dirname, "../miniapp/platform/aria/index.ts"),
      ].flat();
    },
  });
}
