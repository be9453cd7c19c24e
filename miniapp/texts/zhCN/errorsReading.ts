import type { errors } from "./errors";

/** Where something was only to be read, nothing was filled in that could be lost: the same failures, said of that. */
export const errorsReading: Partial<Record<keyof typeof errors, string>> = {
  "rate.limited": "操作太频繁，这次没有取到。什么都没有改。过几秒再试一次。",
  "conflict.busy": "同时操作的人太多，这次没有取到。什么都没有改。过几秒再试一次。",
  "server.failed": "服务器出了点问题，没有取到内容。什么都没有改。过一会儿再试一次，还不行就告诉管理员。",
  "server.unavailable": "服务器暂时用不了，没有取到内容。什么都没有改。过一会儿再试一次。",
  "address.notAllowed":
    "小程序还没有登记公司的服务器地址，所以取不到内容。不是你的网络问题。请管理员把服务器地址加进小程序的合法域名，然后再试一次。",
  foreign: "没有取到：中途被别的网页拦下了，多半是这个 Wi-Fi 要先登录。登录网络或改用流量，然后再试一次。",
  outdated: "这个版本和服务器对不上，看不了这里的内容。什么都没有改。请更新：关掉销励，再打开一次。",
  network: "没连上服务器，没有取到内容。什么都没有改。网络好了再试一次。",
};
