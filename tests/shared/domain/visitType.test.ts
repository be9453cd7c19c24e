import {
  answeredSteps,
  firstVisitTypes,
  isAsked,
  shippedVersions,
  type StepAnswer,
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
    expect(shippedVisitTypes.map(({ steps }) => steps.length)).toEqual([3, 5, 8, 5, 4]);
  });

  it("ask for one line where a word or two are the answer", () => {
    const short = shippedVisitTypes.flatMap(({ steps }) => steps.filter(isShortStep).map(({ label }) => label));
    expect(short).toEqual(["科室"]);
  });

  it("are never edited: records name them as they are", () => {
    // Whether a line or a paragraph is asked for is in no record.
    const asRead = (types: readonly object[]) =>
      sha256(JSON.stringify(types, (key, value: unknown) => (key === "isShort" ? undefined : value)));
    expect(asRead(firstVisitTypes)).toBe("e2a09d3d5006a77491ef15fb1d945d5190886f573872666086803925c953813d");
    expect(asRead(shippedVersions)).toBe("544c2c26adef23a838f2985f39ff374f639bbd4ea478a379d4657b7930ba3d9b");
  });

  it("ask for what can be photographed, counted and signed, and need none of it", () => {
    const kinds = ["photo", "products", "signature"];
    const steps = shippedVisitTypes.flatMap((type) =>
      type.steps.filter(({ kind }) => kinds.includes(kind)).map(({ kind, required }) => [type.typeId, kind, required]),
    );
    expect(steps).toEqual([
      ["store", "photo", false],
      ["store", "products", false],
      ["project", "photo", false],
      ["samples", "products", false],
      ["samples", "signature", false],
    ]);
  });

  it("keep of their first versions every step that a record may have answered", () => {
    for (const first of firstVisitTypes) {
      const now = shipped(first.typeId);
      expect(now.steps.map(({ stepId }) => stepId)).toEqual(
        expect.arrayContaining(first.steps.map((one) => one.stepId)),
      );
    }
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

const fileOf = (n: number) => ({ fileId: `f${n}`, hash: String(n).repeat(64) });
const seen = {
  steps: [
    { stepId: "shelf", kind: "photo", label: "货架照片", required: true, options: [] },
    {
      stepId: "stock",
      kind: "products",
      label: "在架数量",
      required: true,
      options: ["酸奶 6901", "牛奶/250ml", "奶酪"],
    },
    { stepId: "sign", kind: "signature", label: "签收", required: true, options: [] },
    { stepId: "note", kind: "text", label: "备注", required: false, options: [] },
  ] satisfies VisitStep[],
};
const shelf: StepAnswer = { stepId: "shelf", value: "", files: [fileOf(1), fileOf(2)] };
const stock: StepAnswer = { stepId: "stock", value: "", counts: [{ product: "酸奶 6901", count: 0 }] };
const sign: StepAnswer = { stepId: "sign", value: "黄主管", files: [fileOf(3)] };

describe("a step that is photographed, counted or signed", () => {
  const nothing = { peopleMet: null, record: "有", nextStep: null };

  it("is filled in by photos, by a count of which none may be, and by a signature with who signed", () => {
    expect(missingSteps(seen, { ...nothing, answers: [shelf, stock, sign] })).toEqual([]);
  });

  it.each<[string, StepAnswer[]]>([
    ["without its photos", [{ ...shelf, files: [] }, stock, sign]],
    ["without a count", [shelf, { ...stock, counts: [] }, sign]],
    ["without who signed", [shelf, stock, { ...sign, value: " " }]],
    ["without what was signed", [shelf, stock, { stepId: "sign", value: "黄主管" }]],
  ])("is left out %s", (_, answers) => {
    expect(missingSteps(seen, { ...nothing, answers })).toHaveLength(1);
  });

  it.each<[string, StepAnswer, string | null]>([
    ["photos", shelf, null],
    ["counts", stock, null],
    ["a signature", sign, null],
    ["words in the place of photos", { stepId: "shelf", value: "拍了" }, "answer.otherKind"],
    ["words beside photos", { ...shelf, value: "拍了" }, "answer.otherKind"],
    ["no photo at all", { ...shelf, files: [] }, "answer.otherKind"],
    ["a photo at a step of words", { stepId: "note", value: "见图", files: [fileOf(1)] }, "answer.otherKind"],
    ["more photos than fit", { ...shelf, files: [1, 2, 3, 4, 5, 6, 7].map(fileOf) }, "answer.tooManyFiles"],
    ["one photo twice", { ...shelf, files: [fileOf(1), fileOf(1)] }, "answer.fileTwice"],
    ["two signatures at once", { ...sign, files: [fileOf(1), fileOf(2)] }, "answer.tooManyFiles"],
    ["a signature of nobody", { ...sign, value: " " }, "answer.otherKind"],
    ["a product that is not on the list", { ...stock, counts: [{ product: "可乐", count: 1 }] }, "answer.notOffered"],
    ["one product twice", { ...stock, counts: [1, 2].map((count) => ({ product: "奶酪", count })) }, "answer.twice"],
  ])("is judged with %s", (_, answer, fault) => {
    expect(answerFault(seen, [answer], 0)).toBe(fault);
  });

  it("takes no photo that another step has", () => {
    const again: StepAnswer = { ...sign, files: [fileOf(1)] };
    expect(answerFault(seen, [shelf, again], 1)).toBe("answer.fileTwice");
  });

  it("has its counts in the order of the products, however they were sent", () => {
    const counts = [
      { product: "奶酪", count: 2 },
      { product: "酸奶 6901", count: 0 },
    ];
    const [first] = inStepOrder(seen, [{ ...stock, counts }]);
    expect(first?.counts?.map(({ product }) => product)).toEqual(["酸奶 6901", "奶酪"]);
  });

  it("is read with its counts, who signed, and how many photos there are", () => {
    expect(answeredSteps(seen, [shelf, stock, sign])).toEqual([
      { label: "货架照片", value: "", files: 2 },
      { label: "在架数量", value: "酸奶 6901 0" },
      { label: "签收", value: "黄主管", files: 1 },
    ]);
  });
});

describe("a list of products", () => {
  const faultsOf = (options: string[], required: boolean) => {
    const steps: VisitStep[] = [
      { stepId: "record", kind: "record", label: "记录", required: true, options: [] },
      { stepId: "stock", kind: "products", label: "在架数量", required, options },
    ];
    const rules: VisitTypeRules = { name: "巡店", steps, asksTimeOnSite: false, seenBy: "everybody" };
    return visitTypeFaults(rules, []).map(({ field, code }) => `${field} ${code}`);
  };

  it.each<[string, string[], boolean, string[]]>([
    ["may be one product", ["酸奶"], true, []],
    ["may be empty where its step is not needed", [], false, []],
    ["has something in it where its step is needed", [], true, ["steps.1.options step.productsMissing"]],
    ["has no product twice", ["酸奶", "酸奶"], false, ["steps.1.options step.optionTwice"]],
    ["has no name that is too long", ["酸".repeat(61)], false, ["steps.1.options text.tooLong"]],
    [
      "is no longer than a page",
      Array.from({ length: 61 }, (_, n) => `p${n}`),
      false,
      ["steps.1.options step.optionsTooMany"],
    ],
  ])("%s", (_, options, required, faults) => {
    expect(faultsOf(options, required)).toEqual(faults);
  });

  it("is asked for once there is something on it", () => {
    expect([isAsked({ kind: "products", options: [] }), isAsked({ kind: "products", options: ["酸奶"] })]).toEqual([
      false,
      true,
    ]);
  });
});
