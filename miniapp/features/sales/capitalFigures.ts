/*
 * An amount in the figures that Chinese contracts write beside the digits, since they cannot be changed by a stroke:
 * 44,000.00 is 肆万肆仟元整.
 */

const digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const places = ["", "拾", "佰", "仟"];
const groups = ["", "万", "亿", "万亿"];

/** Four digits without the word of their group: 4005 → 肆仟零伍. */
function groupText(group: string): string {
  let text = "";
  for (let index = 0; index < group.length; index += 1) {
    const digit = Number(group.charAt(index));
    if (digit === 0) text += text.endsWith("零") ? "" : "零";
    else text += `${digits[digit] ?? ""}${places[group.length - 1 - index] ?? ""}`;
  }
  return text.replace(/零+$/, "");
}

/** @param amountFen above 0, whole fen */
export function capitalFigures(amountFen: number): string {
  const yuan = String(Math.floor(amountFen / 100));
  const jiao = Math.floor((amountFen % 100) / 10);
  const fen = amountFen % 10;
  const padded = yuan.padStart(Math.ceil(yuan.length / 4) * 4, "0");
  let text = "";
  for (let start = 0; start < padded.length; start += 4) {
    const part = groupText(padded.slice(start, start + 4));
    const unit = groups[(padded.length - start) / 4 - 1] ?? "";
    // A group that is empty or begins with 0 is read with one 零 before what follows.
    if (part !== "")
      text += `${text !== "" && !part.startsWith("零") && padded.charAt(start) === "0" ? "零" : ""}${part}${unit}`;
  }
  text = text.replace(/^零+/, "");
  const whole = text === "" ? "" : `${text}元`;
  if (jiao === 0 && fen === 0) return `${whole}整`;
  const small = `${jiao > 0 ? `${digits[jiao] ?? ""}角` : whole === "" ? "" : "零"}${fen > 0 ? `${digits[fen] ?? ""}分` : ""}`;
  return `${whole}${small}`;
}
