import type { TableNotice, TableReason } from "@shared/domain/tables/reading";

/** Why a row waits, and what to do. */
const reasons: Record<TableReason, string> = {
  amount_not_a_number: "金额看不懂。改成数字，例如 1350.00。",
  amount_decimal_comma: "逗号用得不对，分不清千位和小数。千位用逗号，小数用点。",
  amount_exponent: "金额是科学计数法。把列宽拉开，改成普通数字。",
  amount_decimals: "金额超过两位小数。系统不替你四舍五入，请改成分。",
  amount_with_note: "金额格里还有别的字。只留数字，说明写到备注。",
  amount_currency: "不是人民币。换算成人民币再填。",
  amount_missing: "没有金额。补上再传。",
  amount_zero: "金额是 0。确认后删掉这行或改数。",
  amount_above_limit: "金额超过 1 亿。核对后分行填写。",
  amount_formula: "金额是公式文字。改成算好的数字。",
  amount_ambiguous: "分不清是千位还是小数。改成不带千位点的数字。",
  date_impossible: "没有这一天。改成正确的日期。",
  date_ambiguous: "分不清哪个是月、哪个是日。写成 2026-03-05 这样。",
  date_two_digit_year: "年份只有两位。写全四位。",
  date_no_year: "没有年份。补上年份。",
  date_no_day: "没有日。补上是哪一天。",
  date_missing: "没有日期。补上再传。",
  date_not_a_date: "不是日期。写成 2026-03-05 这样。",
  time_impossible: "没有这个时间，或一格里有两个时间。一格只填一个。",
  date_relative: "昨天、几天前这类写法会变。写成具体日期。",
  date_unix: "这是时间戳。换成日期再传。",
  id_digits_lost: "长编号在表格软件里丢了尾数。把这一列设成文本，从原系统重新导出。",
  id_missing: "没有编号。补上再传。",
  id_became_date: "编号被表格软件变成了日期。把这一列设成文本，重新导出。",
  id_two_rows: "同一个编号有两行，内容不一样。留下对的那行。",
  member_unknown: "找不到这个工号或姓名。核对后改成在职的人。",
  member_ambiguous: "有两个人对得上。写清楚工号。",
  member_missing: "没有写是谁。补上工号。",
  name_differs: "工号和姓名不是同一个人。改成一致的。",
  customer_unknown: "没有这家客户。先建客户，或改名称。",
  customer_duplicate: "和另一家客户同名。打开那家看看：是同一家就不用导，不是就改名称。",
  client_two_rows: "和前面的一行是同一家客户。合成一行，或改对编号和名称。",
  name_missing: "没有名称。补上再传。",
  unknown_value: "这个值的格式不对。按这一列的意思改好。",
  too_long: "字太多。缩短再传。",
  phone_digits_lost: "电话在表格软件里丢了尾数。把这一列设成文本，重新导出。",
  phone_two: "一格里有两个电话。只留一个。",
  control_character: "里面有看不见的控制字符。删掉重新输入。",
  order_totals_differ: "同一单的几行金额不一致。核对后改成一样。",
  formula_without_value: "公式没有算过。在表格软件里打开，保存后再传。",
  formula_error: "公式出错了。改成正确的值。",
  subtotal_differs: "小计和各月加起来不一样。核对后改正。",
  net_differs: "各项加起来和实发不一样。核对后改正。",
  period_unclear: "看不出是哪个月，或和其他行不是同一个月。",
  left_before_joined: "离职日早于入职日。改正日期。",
  leader_self: "上级写成了自己。改成真正的上级。",
  too_few_cells: "这一行少了几格。补全再传。",
  too_many_cells: "这一行多了几格，可能文字里有没加引号的分隔符。给那一格加上引号。",
  quote_not_closed: "引号没有成对。补上或删掉多出来的引号。",
  differs_from_stored: "系统里已有，内容不一样。请决定用哪一个。",
  not_offered: "状态显示钱没有到账。等到账后再导。",
  balance_two_rows: "同一个人的同一项有两行，金额不一样。留下对的那行，或写上单据、月份分开。",
  balance_negative: "余额是负数。这里只填大于或等于 0 的数；方向写反了就换一列。",
  balance_two_ways: "这个人这一项在表里既有总数又有明细，会算两遍。只留一种写法再传。",
  balance_counted_twice: "这个人这一项已有另一种分法的期初，会算两遍。按原来的分法填，或先把原来的填成 0。",
  balance_after_first_day: "这一行在起薪日或以后，系统自己会算。只填起薪日以前的。",
  balance_own: "这是你自己的期初。请另一位同事导入这一行。",
  kind_unknown: "看不出是哪一种余额。写成待扣回、预支、已得未发或已发。",
};

const leftOut: Record<string, string> = {
  blank: "空行",
  totals: "合计行",
  subtotal: "小计行",
  repeated_heading: "重复的表头",
  page_heading: "页眉",
  signature: "签名行",
  example_row: "示例行",
  no_balance: "没有写余额，不改动",
  same_row: "和前面一行一样，只算一次",
};

const notices: Record<TableNotice, string> = {
  unit_in_cell: "按万或亿换算了",
  unit_by_format: "按单元格里的元，没有再乘一万",
  grouped_by_blanks: "按空格分的千位",
  english_month: "英文月份，年份按 20 开头",
  eight_digits: "八位数字按年月日读",
  weekday_differs: "星期和日期对不上，按日期",
  number_padded: "工号补了前面的 0",
  direction_mark: "去掉了看不见的方向符号",
  id_two_rows: "后面还有一行用了同一个编号",
  looks_alike: "和另一行的名称看上去一样，其实用了别的字母",
  owner_kept: "负责人没有改：换负责人请到客户页办",
  owner_given: "换负责人：从明天起归表里的人，没人负责的从今天起",
};

/** Which row it is, the other one that it is about, and what may stand there. */
interface About {
  row: number;
  value?: string | null;
  otherRow?: number | null;
  allowed?: readonly string[];
}

export const imports = {
  reasons: (code: string, { row, value, otherRow, allowed = [] }: About) => {
    if (code === "client_two_rows" && otherRow)
      return `第 ${row} 行和第 ${otherRow} 行是同一家客户，这一行没有导。合成一行，或改对编号和名称。`;
    if (code === "unknown_value" && allowed.length > 0)
      return `“${value ?? ""}”不在可选范围。改成其中一个：${allowed.join("、")}。`;
    return code in reasons ? reasons[code as TableReason] : "这一行要人看一下。";
  },
  /** Why a new client was not taken back. */
  stays: (why: string): string =>
    why === "used" ? "没有撤掉：已经有人打卡、跟进或记了销售。" : "没有撤掉：导入以后有人改过。",
  leftOut: (why: string) => leftOut[why] ?? "不是要导入的行",
  notices: (code: string) => (code in notices ? notices[code as TableNotice] : code),
  reasonHeading: "为什么没导入",
  errorFileName: (name: string) => `${name}-待修改`,
  /** What the file is, that nothing was imported, and what to do. */
  refusals: (code: string, n: number) =>
    ({
      empty: "这个文件是空的。什么都没有导入。请从原系统重新导出。",
      oldExcel: "这是旧版 Excel 文件（.xls）。什么都没有导入。请在表格软件里打开，另存为 .xlsx 或 CSV UTF-8。",
      protected: "这个文件有密码。什么都没有导入。请在表格软件里取消密码，保存后再传。",
      webPage: "这是一个网页，不是表格，可能导出时登录已失效。什么都没有导入。请重新登录原系统再导出。",
      json: "这是 JSON 数据，不是表格。什么都没有导入。请改用接口，或导出成 CSV。",
      unpacksTooLarge: `这个文件解开后超过 ${n} MB。什么都没有导入。请分成几份，或另存为 CSV。`,
      notATable: "这不是表格。什么都没有导入。请选 CSV 或 .xlsx 文件。",
      twoEncodings: `从第 ${n} 行起用了另一种编码，可能是两个文件拼在一起。什么都没有导入。请把两份分开传。`,
      undecodable: `第 ${n} 行的文字读不出来，文件可能不完整。什么都没有导入。请重新导出。`,
      damaged: "文件坏了，读不出来。什么都没有导入。请重新导出或另存一份。",
      tooManyRows: `超过 ${n} 行。什么都没有导入。请分成几份再传。`,
      tooManyColumns: `超过 ${n} 列。什么都没有导入。请删掉用不到的列，或检查分隔符。`,
      rowTooLong: `第 ${n} 行长得不像一行，可能整个文件没有换行。什么都没有导入。请从原系统重新导出。`,
      noHeading: "找不到表头。什么都没有导入。请指出表头在第几行，或改正列名。",
      noSuchSheet: "找不到这个工作表。什么都没有导入。请重新选一个。",
      "opening.meanwhile":
        "读这张表的时候，另一张期初余额交了上来，余额可能已经变了。这张没有交给别人核对。再看一遍，核对后重新提交。",
      "opening.oneWaits":
        "另一张期初余额还在等人核对。这张没有交上去，账上没有变。等那张有了结果，再看一遍，重新提交。",
      "opening.dayMoved": "读这张表的时候，起薪日改了。这张没有交给别人核对，账上没有变。再看一遍，核对后重新提交。",
      "opening.controlsDiffer":
        "表里的行和刚才看的不一样了，合计对不上。没有交给别人核对，账上没有变。再看一遍，核对后重新提交。",
    })[code] ??
    (code.startsWith("opening.")
      ? "这张期初余额没有交给别人核对，账上没有变。再看一遍，照页面上说的改好，重新提交。"
      : "文件读不出来。什么都没有导入。请换一份再试。"),
};
