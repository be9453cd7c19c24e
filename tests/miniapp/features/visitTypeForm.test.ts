import type { ConfiguredVisitTypeView } from "@shared/contracts";
import { differs, formFaults, formOfType, moved, newTypeForm, rulesOf } from "@/features/visitTypes/visitTypeForm";

const newId = () => "10000000-0000-4000-8000-000000000001";
const store: ConfiguredVisitTypeView = {
  ...{ typeId: "store", version: 1, name: "巡店", asksTimeOnSite: true, seenBy: "everybody" },
  steps: [
    { stepId: "record", kind: "record", label: "店里的情况", required: true, options: [] },
    { stepId: "display", kind: "choice", label: "陈列", required: false, options: ["整齐", "缺货"] },
  ],
  ...{ inUse: true, changed: null },
};

it("shows a type as it is: nothing differs before something is typed", () => {
  expect(differs(formOfType(store, newId), store)).toBe(false);
});

it("takes options with any commas between them", () => {
  const form = formOfType(store, newId);
  const typed = form.steps.map((step) =>
    step.kind === "choice" ? { ...step, options: " 整齐,缺货，被遮挡、 " } : step,
  );
  expect(rulesOf({ ...form, steps: typed }).steps[1]?.options).toEqual(["整齐", "缺货", "被遮挡"]);
});

it("forgets the options of what is no choice any more", () => {
  const form = formOfType(store, newId);
  const typed = form.steps.map((step) => ({ ...step, kind: step.kind === "choice" ? ("text" as const) : step.kind }));
  expect(rulesOf({ ...form, steps: typed }).steps[1]?.options).toEqual([]);
});

describe("of words", () => {
  const withWords = (isShort?: boolean): ConfiguredVisitTypeView => ({
    ...store,
    steps: [
      ...store.steps,
      {
        ...{ stepId: "w", kind: "text" as const, label: "科室", required: false, options: [] },
        ...(isShort !== undefined && { isShort }),
      },
    ],
  });
  const written = (type: ConfiguredVisitTypeView, isShort: boolean) => {
    const form = formOfType(type, newId);
    return { ...form, steps: form.steps.map((step) => ({ ...step, isShort })) };
  };

  it("keeps how much is written: nothing differs before something is chosen", () => {
    for (const isShort of [true, false, undefined])
      expect(differs(formOfType(withWords(isShort), newId), withWords(isShort))).toBe(false);
  });

  it("makes one line of a paragraph, and nothing of steps that are no words", () => {
    const type = withWords(false);
    expect(differs(written(type, true), type)).toBe(true);
    expect(rulesOf(written(type, true)).steps.map(({ isShort }) => isShort)).toEqual([false, false, true]);
  });
});

it("begins a new type with its record, and asks for a name", () => {
  const form = newTypeForm(newId, "主要记录");
  expect(formFaults(form, [store])).toEqual({ name: "name.missing" });
  expect(formFaults({ ...form, name: "巡店" }, [store])).toEqual({ name: "name.taken" });
});

it("gives the name of a type out of use to another one", () => {
  expect(formFaults({ ...newTypeForm(newId, "主要记录"), name: "巡店" }, [{ ...store, inUse: false }])).toEqual({});
});

it.each([
  [0, 1, ["b", "a", "c"]],
  [2, -1, ["a", "c", "b"]],
  [0, -1, ["a", "b", "c"]],
  [2, 1, ["a", "b", "c"]],
] as const)("moves step %i by %i", (from, by, expected) => {
  expect(moved(["a", "b", "c"], from, by)).toEqual(expected);
});
