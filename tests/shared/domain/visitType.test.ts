import {
  answeredSteps,
  answerFault,
  inStepOrder,
  isShortStep,
  isOffered,
  isStepNumber,
  missingSteps,
  plainVisitType,
  shippedVisitTypes,
  type VisitStep,
  visitTypeFaults,
  type VisitTypeRules,
} from "@shared/domain/visitType";
import { sha256 } from "../../../server/lib/ids";

const shipped = (typeId: string) => {
  const type = shippedVisitTypes.find((one) => one.typeId === typeId);
  if (!type) throw new Error(`no type ${typeId}`);
  return type;
};
const hospital = shipped("hospital");
const store = shipped("store");
const filled = {
  peopleMet: "张主任",
  record: "关注夜间监护数据导出",
  nextStep: { text: "演示", on: "2026-04-02" },
  answers: [{ stepId: "feedback", value: "同意看演示" }],
};

describe("the types that every company begins with", () => {
  it.each(shippedVisitTypes)("$name has nothing wrong with it", (type) => {
    expect(visitTypeFaults(type, [])).toEqual([]);
  });

  it("have as many steps as the design gives them", () => {
    expect(shippedVisitTypes.map(({ steps }) => steps.length)).toEqual([3, 5, 6, 4, 2]);
  });

  it("ask for one line where a word or two are the answer", () => {
    const short = shippedVisitTypes.flatMap(({ steps }) => steps.filter(isShortStep).map(({ label }) => label));
    expect(short).toEqual(["科室"]);
  });

  it("are never edited: records name them as they are", () => {
    // Whether a line or a paragraph is asked for is in no record.
    const asRead = JSON.stringify(shippedVisitTypes, (key, value: unknown) => (key === "isShort" ? undefined : value));
    expect(sha256(asRead)).toBe("e2a09d3d5006a77491ef15fb1d945d5190886f573872666086803925c953813d");
  });
});

describe("what a record leaves out", () => {
  const labelsOf = (more: Partial<typeof filled>) =>
    missingSteps(hospital, { ...filled, ...more }).map(({ label }) => label);

  it.each<[Partial<typeof filled> | object, string[]]>([
    [{}, []],
    [{ peopleMet: null }, ["见了谁"]],
    [{ record: "  " }, ["医生的需求"]],
    [{ answers: [] }, ["医生的反馈"]],
    [{ answers: [{ stepId: "feedback", value: " " }] }, ["医生的反馈"]],
    [{ nextStep: null, answers: [] }, ["医生的反馈", "下一步"]],
  ])("%j", (more, labels) => {
    expect(labelsOf(more)).toEqual(labels);
  });

  it("is nothing but the record for a plain visit", () => {
    const nothing = { peopleMet: null, record: "", nextStep: null, answers: [] };
    expect(missingSteps(plainVisitType, nothing).map(({ kind }) => kind)).toEqual(["record"]);
  });
});

describe("an answer", () => {
  it.each([
    ["display", "整齐", null],
    ["display", "还行", "answer.notOffered"],
    ["facings", "12", null],
    ["facings", "12.25", null],
    ["facings", "12.255", "answer.notNumber"],
    ["facings", "十二", "answer.notNumber"],
    ["facings", "-1", "answer.notNumber"],
    // A part of every record is not answered beside it.
    ["people", "张主任", "answer.unknownStep"],
    ["nowhere", "1", "answer.unknownStep"],
  ])("%s: %s", (stepId, value, fault) => {
    expect(answerFault(store, [{ stepId, value }], 0)).toBe(fault);
  });

  it("is given once for each step", () => {
    const twice = [
      { stepId: "facings", value: "1" },
      { stepId: "facings", value: "2" },
    ];
    expect(answerFault(store, twice, 1)).toBe("answer.twice");
  });

  it("stands in the order of the type, however it was sent", () => {
    const answers = [
      { stepId: "outOfStock", value: "2" },
      { stepId: "display", value: "整齐" },
    ];
    expect(inStepOrder(store, answers).map(({ stepId }) => stepId)).toEqual(["display", "outOfStock"]);
    expect(answeredSteps(store, answers)).toEqual([
      { label: "陈列", value: "整齐" },
      { label: "缺货品种数", value: "2" },
    ]);
  });

  it.each(["1", "0", "999999999", "0.5", "12.34"])("may be the number %s", (value) => {
    expect(isStepNumber(value)).toBe(true);
  });

  it.each(["", ".5", "1.", "1e3", "1234567890", "1,000", "１"])("is no number: %s", (value) => {
    expect(isStepNumber(value)).toBe(false);
  });
});

describe("what is wrong with a type", () => {
  const step = (more: Partial<VisitStep> = {}): VisitStep => ({
    ...{ stepId: "a", kind: "text", label: "竞品情况", required: false, options: [] },
    ...more,
  });
  const record = step({ stepId: "r", kind: "record", label: "谈了什么", required: true });
  const rules = (more: Partial<VisitTypeRules> = {}): VisitTypeRules => ({
    ...{ name: "学术会议", steps: [record, step()], asksTimeOnSite: false, seenBy: "everybody" },
    ...more,
  });
  const choice = (options: string[]) => rules({ steps: [record, step({ kind: "choice", options })] });

  it("is nothing", () => {
    expect(visitTypeFaults(rules(), ["普通拜访"])).toEqual([]);
    expect(visitTypeFaults(choice(["有", "没有"]), [])).toEqual([]);
  });

  it.each<[string, VisitTypeRules, string, string]>([
    ["no name", rules({ name: " " }), "name", "name.missing"],
    ["another's name", rules({ name: "普通拜访" }), "name", "name.taken"],
    ["a long name", rules({ name: "学".repeat(21) }), "name", "text.tooLong"],
    ["no record", rules({ steps: [step()] }), "steps", "steps.recordMissing"],
    [
      "a record that may be left out",
      rules({ steps: [{ ...record, required: false }] }),
      "steps.0.label",
      "step.recordOptional",
    ],
    [
      "two records",
      rules({ steps: [record, { ...record, stepId: "r2", label: "还谈了什么" }] }),
      "steps.1.label",
      "step.kindTwice",
    ],
    ["a step without a name", rules({ steps: [record, step({ label: "" })] }), "steps.1.label", "step.labelMissing"],
    [
      "one name for two steps",
      rules({ steps: [record, step({ label: "谈了什么" })] }),
      "steps.1.label",
      "step.labelTwice",
    ],
    ["one id for two steps", rules({ steps: [record, step({ stepId: "r" })] }), "steps.1.label", "step.labelTwice"],
    ["one option", choice(["有"]), "steps.1.options", "step.optionsFew"],
    ["an option twice", choice(["有", "有"]), "steps.1.options", "step.optionTwice"],
    [
      "options of words",
      rules({ steps: [record, step({ options: ["有"] })] }),
      "steps.1.options",
      "step.optionsForbidden",
    ],
    [
      "thirteen steps",
      rules({ steps: [record, ...Array.from({ length: 12 }, (_, n) => step({ stepId: `s${n}`, label: `第${n}步` }))] }),
      "steps",
      "steps.tooMany",
    ],
  ])("%s", (_, given, field, code) => {
    expect(visitTypeFaults(given, ["普通拜访"])).toEqual([{ field, code }]);
  });
});

it.each([
  ["everybody", true, true],
  ["everybody", false, true],
  ["reps", true, false],
  ["reps", false, true],
  ["leaders", true, true],
  ["leaders", false, false],
] as const)("a type for %s is offered to a leader (%s): %s", (seenBy, leads, offered) => {
  expect(isOffered({ seenBy }, leads)).toBe(offered);
});
