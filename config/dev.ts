import type { UserConfigExport } from "@tarojs/cli";

/** `taro build --watch`: the development server is for this machine alone. */
export default {
  h5: { devServer: { host: "127.0.0.1", port: 10086, open: false } },
} satisfies UserConfigExport<"webpack5">;
