import { TodoRow } from "@/components/TodoRow";
import { examplesOf, nothing } from "../examples";
import { hugeFen, longName } from "../given/names";

export const examples = examplesOf(
  "TodoRow",
  TodoRow,
  (words) => {
    const { say } = words;
    const today = "2026-03-26";
    const since = "2026-03-26T02:02:00.000Z";
    const about = say("海岳机械", "Haiyue Machinery");
    const nothingElse = {
      subjectId: "s1",
      since,
      about,
      byName: null,
      amountFen: null,
      text: null,
      on: null,
      until: null,
      visit: null,
    };
    const name = say("李娜", "Li Na");
    return {
      record: {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "1", kind: "record", on: today, until: "2026-03-27T02:02:00.000Z" },
      },
      returnedSale: {
        today,
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "2",
          kind: "returnedSale",
          since: "2026-03-24T02:02:00.000Z",
          amountFen: 10_000_000,
          text: say("合同号不对", "The contract number is wrong"),
        },
      },
      "nextStep, today": {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "3", kind: "nextStep", on: today, text: say("演示", "Demonstration") },
      },
      "nextStep, overdue": {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "4", kind: "nextStep", on: "2026-03-23", text: say("演示", "Demonstration") },
      },
      praise: { today, onTap: nothing, todo: { ...nothingElse, todoId: "5", kind: "praise", byName: name } },
      sale: {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "6", kind: "sale", byName: name, amountFen: 10_000_000, on: "2026-03-25" },
      },
      review: {
        today,
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "10",
          kind: "review",
          byName: name,
          on: "2026-03-25",
          until: "2026-04-01T02:02:00.000Z",
        },
      },
      doubt: {
        today,
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "15",
          kind: "doubt",
          on: "2026-03-25",
          until: "2026-04-01T02:02:00.000Z",
          isInDoubt: true,
        },
      },
      pin: {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "11", kind: "pin", byName: name, text: say("二厂", "Plant 2") },
      },
      pins: {
        today,
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "12",
          kind: "pin",
          teams: Array.of(say("海岳机械", "Haiyue"), say("粤联电气", "Yuelian")),
          count: 12,
        },
      },
      duplicate: {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "13", kind: "duplicate", text: say("海岳机械二厂", "Haiyue Plant 2") },
      },
      companion: {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "15", kind: "companion", byName: say("小王", "Wang") },
      },
      visitQuestion: {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "16", kind: "visitQuestion", byName: say("小王", "Wang") },
      },
      export: {
        today,
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "17",
          kind: "export",
          about: say("小王", "Wang"),
          text: "customers",
          count: 1_240,
        },
      },
      opening: {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "18", kind: "opening", about: say("林静", "Lin Jing"), count: 12 },
      },
      duplicates: {
        today,
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "14",
          kind: "duplicate",
          teams: Array.of(say("海岳机械", "Haiyue"), say("粤联电气", "Yuelian")),
          count: 12,
          isAtLeast: true,
        },
      },
      plan: {
        today,
        onTap: null,
        todo: {
          ...nothingElse,
          todoId: "7",
          kind: "plan",
          about: `${say("销售方案", "Sales plan")} V2`,
          on: "2026-04-01",
        },
      },
      sentBackPlan: {
        today,
        onTap: null,
        todo: {
          ...nothingElse,
          todoId: "9",
          kind: "sentBackPlan",
          about: `${say("销售方案", "Sales plan")} V2`,
          text: say("比例写高了", "The rate is too high"),
        },
      },
      targets: {
        today: "2026-04-01",
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "10",
          kind: "targets",
          subjectId: "2026-04",
          about: say("华南直销一队", "South 1"),
          on: "2026-04-01",
        },
      },
      plansMissing: {
        today: "2026-04-01",
        onTap: null,
        todo: {
          ...nothingElse,
          todoId: "11",
          kind: "plansMissing",
          subjectId: "2026-04",
          about: name,
          on: "2026-04-01",
          count: 1,
        },
      },
      clientsLeft: {
        today,
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "13",
          kind: "clientsLeft",
          about: name,
          count: 2,
        },
      },
      calendarUnknown: {
        today,
        onTap: nothing,
        todo: { ...nothingElse, todoId: "15", kind: "calendarUnknown", about: "2027" },
      },
      setup: { today, onTap: nothing, todo: { ...nothingElse, todoId: "14", kind: "setup", about: "" } },
      "long name, huge amount": {
        today,
        onTap: nothing,
        todo: {
          ...nothingElse,
          todoId: "8",
          kind: "sale",
          about: longName(words),
          byName: longName(words),
          amountFen: hugeFen,
          on: "2026-03-25",
          since: "2026-03-20T02:02:00.000Z",
        },
      },
    };
  },
  "flush",
);
