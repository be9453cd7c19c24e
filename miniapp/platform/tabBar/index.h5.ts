export interface TabLook {
  text: string;
  icon: string;
}

/** On H5 the page draws its own tab bar. */
export function paintTabBar(
  _tabs: readonly TabLook[],
  _theme: "light" | "dark",
  _colors: { color: string; selected: string; ground: string },
): void {
  // Nothing native to paint.
}

export function setTabCount(_index: number, _count: number): void {
  // The page's own tab bar shows the count.
}
