import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { a11y, StatusMark } from "@/ui";
import { classes } from "@/ui/classes";
import { DataTable } from "@/ui/DataTable";
import { type Column, type DataTableProps, plainLook } from "@/ui/DataTable/types";
import { useFrame } from "@/ui/frame";
import { type Examples, type ExampleWords, nothing, type State } from "../examples";

interface Sold {
  id: string;
  customer: string;
  rep: string;
  amountFen: number | null;
  signedOn: string;
  state: "submitted" | "returned" | "confirmed" | "cancelled";
}

type Shown = Partial<DataTableProps<Sold>>;

/** A page as wide as a monitor lets a table be. */
function OnMonitor(props: DataTableProps<Sold>) {
  const { theme, type } = useFrame();
  const [look, setLook] = useState(props.look);
  return (
    <View
      className={classes("page", `theme-${theme}`, type !== "m" && `type-${type}`)}
      style={{ maxWidth: "none" }}
      {...a11y({ role: "main" })}
    >
      <Text {...a11y({ role: "heading", level: 1 })}>{props.caption}</Text>
      <DataTable {...props} look={look} onLook={setLook} />
    </View>
  );
}

const stateOf = (n: number): Sold["state"] =>
  n % 7 === 3 ? "returned" : n % 5 === 1 ? "submitted" : n % 11 === 8 ? "cancelled" : "confirmed";

function statesIn({ say, t }: ExampleWords): State[] {
  const customers = [
    say("海岳机械", "Haiyue Machinery"),
    say("远达物流", "Yuanda Logistics"),
    say("宏达精密", "Hongda Precision"),
    say("粤联电气", "Yuelian Electric"),
    say("新粤精工有限公司广州番禺分公司", "Xinyue Precision Works Ltd., Panyu branch in Guangzhou"),
  ];
  const soldOf = (count: number): Sold[] =>
    Array.from({ length: count }, (_, n) => ({
      id: `s${n}`,
      customer: `${customers[n % customers.length] ?? ""} ${n + 1}`,
      rep: n % 2 === 0 ? say("李娜", "Li Na") : say("王芳", "Wang Fang"),
      amountFen: n % 13 === 6 ? null : 1_575_000 + n * 310_007,
      signedOn: `2026-03-${String(1 + (n % 26)).padStart(2, "0")}`,
      state: stateOf(n),
    }));
  const columns: Column<Sold>[] = [
    { id: "customer", title: say("客户", "Client"), kind: "text", value: ({ customer }) => customer },
    {
      id: "state",
      title: say("状态", "State"),
      kind: "status",
      value: ({ state }) => state,
      text: ({ state }) => t.status.sale[state],
      show: ({ state }) => <StatusMark about="sale" is={state} />,
    },
    {
      id: "amount",
      title: say("金额", "Amount"),
      kind: "amount",
      value: ({ amountFen }) => amountFen,
      isSummed: true,
    },
    { id: "signedOn", title: say("签单日", "Signed"), kind: "day", value: ({ signedOn }) => signedOn },
    { id: "rep", title: say("业务员", "Rep"), kind: "text", value: ({ rep }) => rep },
    { id: "number", title: say("编号", "Number"), kind: "text", value: ({ id }) => id, isExtra: true },
  ];
  const failure = {
    sentence: say("没连上服务器。网络好了点「重试」。", "No connection. Tap Retry when you are back online."),
    ...{ reference: null, noRight: false, gone: false, offline: true, mayRetry: true },
  };
  const table: DataTableProps<Sold> = {
    ...{ id: "sold", caption: say("销售单", "Sales"), columns, rows: soldOf(12), rowId: ({ id }) => id },
    ...{ state: "ready", failure: null, onRetry: nothing, look: plainLook, onLook: nothing, onOpen: nothing },
    empty: {
      text: say("还没有销售单", "No sales yet"),
      note: say("记下第一单，就在这里。", "The first one that is recorded is here."),
    },
    filters: [
      {
        id: "state",
        label: say("状态", "State"),
        options: [{ value: "submitted", text: t.status.sale.submitted }],
      },
    ],
    printedBy: () => say("陈浩 · 3月26日 16:05", "Chen Hao · 26 Mar, 16:05"),
  };
  const more = { busy: false, failure: null, show: nothing };
  const views = { names: [say("待确认的", "To confirm")], present: null, busy: false, failure: null };
  const states: Record<string, Shown> = {
    "with all rows": { openId: "s2", onExport: nothing },
    "with more rows to load": {
      more,
      known: { count: 5_230, sums: { amount: 123_456_700 }, isAtLeast: false },
      serverSorts: ["signedOn"],
    },
    "with more rows than are counted": { more, known: { count: 10_000, sums: { amount: 100 }, isAtLeast: true } },
    "with the next rows on their way": { more: { ...more, busy: true } },
    "whose next rows did not come": { more: { ...more, failure } },
    "sorted by amount": { look: { ...plainLook, sort: { by: "amount", isDescending: true } } },
    "searched without a find": { look: { ...plainLook, search: say("没有", "nothing") } },
    "with views": { views: { ...views, choose: nothing, keep: nothing, remove: nothing } },
    "of 5,000 rows": { rows: soldOf(5_000) },
    empty: { rows: [] },
    loading: { state: "loading" },
    failed: { state: "failed", failure },
  };
  return Object.entries(states).map(([name, props]) => ({
    name,
    show: () => <OnMonitor key={name} {...table} {...props} />,
  }));
}

export const examples: Examples = { part: "DataTable", on: "screen", isForMonitors: true, statesIn };
