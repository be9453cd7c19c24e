/** Built-in tags whose look is all that they have: the host makes plain elements of them. */
const containers = [
  ...[
    "view",
    "text",
    "label",
    "cover-view",
    "cover-image",
    "navigator",
    "swiper-item",
    "block",
    "root-portal",
    "page-meta",
  ],
  ...["picker-view-column", "movable-area", "movable-view", "match-media", "navigation-bar", "map", "canvas"],
] as const;

/** Built-in tags with state or events of their own; `elements/` says how each behaves. */
const controls = [
  ...["input", "textarea", "image", "button", "scroll-view", "switch", "checkbox", "checkbox-group", "radio"],
  ...[
    "radio-group",
    "picker",
    "picker-view",
    "slider",
    "swiper",
    "rich-text",
    "form",
    "icon",
    "progress",
    "page-container",
  ],
] as const;

export const builtInTags: readonly string[] = [...containers, ...controls];
