import type { ExampleWords } from "../examples";

/** As long as names get: two lines and more on a small phone. */
export const longName = ({ say }: ExampleWords): string =>
  say(
    "广州市番禺区海岳精密机械设备制造有限责任公司第二分公司",
    "Guangzhou Panyu Haiyue Precision Machinery and Equipment Manufacturing Co., Ltd., Second Branch",
  );

/** A sentence of several lines. */
export const longSentence = ({ say }: ExampleWords): string =>
  say(
    "宏远五金退货 15,000.00 元，2月重算：这一单 −225.00 元，其余订单不变，从 4月3日 工资里扣，本月扣减上限内扣完。",
    "Hongyuan Hardware returned 15,000.00; February recomputed: −225.00 for this order, the others unchanged, deducted on 3 April, all of it within this month's limit.",
  );

/** 999,999,999.99, far above any sale. */
export const hugeFen = 99_999_999_999;
