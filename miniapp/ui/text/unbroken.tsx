import { Text } from "@tarojs/components";
import type { ReactNode } from "react";

const space = "\u00a0";
/** A day, or a number with the word that follows it: no line ends within it. */
const whole =
  /(\d+月\d+日|[+−-]?\d[\d,.]*(?: (?:工作日|小时|分钟|[分秒天个张次家条人件笔月年行份位步])|[万亿]元|小时|分钟|[\u4e00-\u9fff]))/;

/**
 * A number stays on the line of what it counts, and a day on one line: `2,500.00 元`, `10万元`, `3月26日`. Chinese may be broken between any two
 * characters, and no style says otherwise for a part of a text, so that part is an element of its own. What is no text stays as it is.
 */
export function unbroken(text: ReactNode): ReactNode {
  if (typeof text !== "string") return text;
  const parts = text.replace(/(\d) (元|公里|米|CNY|km|m\b)/g, `$1${space}$2`).split(whole);
  if (parts.length === 1) return parts[0];
  return parts.map((part, at) =>
    // A part that was found stands at each odd place.
    at % 2 === 1 ? (
      <Text key={at} className="whole">
        {part}
      </Text>
    ) : (
      part
    ),
  );
}
