import type { UserConfigExport } from "@tarojs/cli";

export default {
  mini: { miniCssExtractPluginOption: { ignoreOrder: true } },
  h5: { enableSourceMap: false },
} satisfies UserConfigExport<"webpack5">;
