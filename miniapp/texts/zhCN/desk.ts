import { menu } from "./menu";
import { search } from "./search";

/** The desktop's frame: navigation, header, menu. */
export const zhDesk = {
  nav: "主导航",
  showNav: "展开导航",
  hideNav: "收起导航",
  menu,
  search,
  month: { label: "月份", shown: (p: { month: string }) => `月份，现在是 ${p.month}`, present: "本月" },
  mine: (p: { name: string }) => `我：${p.name}`,
  settings: "我的设置",
  openMe: "打开「我的」",
};
