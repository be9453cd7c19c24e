import compiler from "miniprogram-compiler";

/** Whether WeChat's own compilers for WXML and WXSS take the whole package; the answer is their complaint, or null. */
export function clientRefusal(dir: string): string | null {
  try {
    const made = compiler.wxmlToJs(dir).length + compiler.wxssToJs(dir).length;
    return made > 0 ? null : "WeChat's compilers made nothing";
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
