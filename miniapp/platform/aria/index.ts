import { mergeInternalComponents } from "@tarojs/shared";
import { attributes, elements } from "./attributes.json";

/*
 * Templates and running code number an element's properties each for themselves. What config/ariaTemplates.ts adds to the
 * templates has to be added here too, or every property arrives under another one's name.
 */
const empty = Object.fromEntries(attributes.map((name) => [name, "''"]));
mergeInternalComponents(Object.fromEntries(elements.map((element) => [element, { ...empty }])));
