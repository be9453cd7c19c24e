import Taro from "@tarojs/taro";

/** Brings a part of the page into sight. */
export function reveal(id: string): void {
  // Above it there is room for its label.
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 200 }).catch(() => {});
}
