import { SaleRow } from "@/components/SaleRow";
import { examplesOf, nothing } from "../examples";
import { hugeFen, longName } from "../given/names";

export const examples = examplesOf(
  "SaleRow",
  SaleRow,
  (words) => {
    const { f, say } = words;
    const sale = {
      customerName: say("海岳机械", "Haiyue Machinery"),
      amountFen: 10_000_000,
      note: `${say("李娜", "Li Na")} · ${f.day("2026-03-26")}`,
      onTap: nothing,
    };
    return {
      submitted: { ...sale, id: "sale-submitted", state: "submitted" },
      returned: { ...sale, id: "sale-returned", state: "returned" },
      confirmed: { ...sale, id: "sale-confirmed", state: "confirmed" },
      "on the phone": { ...sale, id: "sale-waits", state: "submitted", waits: "waiting" },
      cancelled: { ...sale, id: "sale-cancelled", state: "cancelled" },
      "long name, huge amount": {
        ...sale,
        id: "sale-huge",
        customerName: longName(words),
        amountFen: hugeFen,
        state: "submitted",
      },
    };
  },
  "flush",
);
