import Taro from "@tarojs/taro";

export interface TabLook {
  text: string;
  icon: string;
}

/**
 * Gives the native tab bar the words and icons of a role. Works on tab pages only; a core that cannot keeps the words of
 * the rep, and the page's title still says where one is.
 */
export function paintTabBar(
  tabs: readonly TabLook[],
  theme: "light" | "dark",
  colors: { color: string; selected: string; ground: string },
): void {
  if (typeof Taro.setTabBarItem !== "function") return;
  const quiet = () => {};
  tabs.forEach(({ text, icon }, index) => {
    void Taro.setTabBarItem({
      index,
      text,
      iconPath: `/assets/tabs/${icon}-${theme}.png`,
      selectedIconPath: `/assets/tabs/${icon}-${theme}-on.png`,
    }).catch(quiet);
  });
  void Taro.setTabBarStyle({
    color: colors.color,
    selectedColor: colors.selected,
    backgroundColor: colors.ground,
    borderStyle: theme === "dark" ? "black" : "white",
  }).catch(quiet);
}

/** A number of waiting things on a tab; 0 takes it away. */
export function setTabCount(index: number, count: number): void {
  const quiet = () => {};
  if (count > 0) void Taro.setTabBarBadge({ index, text: String(Math.min(count, 99)) }).catch(quiet);
  else void Taro.removeTabBarBadge({ index }).catch(quiet);
}
