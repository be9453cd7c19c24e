import type { VisitTypeView } from "@shared/contracts";
import { shippedVisitTypes } from "@shared/domain/visitType";
import {
  correctedOnTop,
  filesToSend,
  filledAnswers,
  type FormFile,
  isBlocking,
  missingOf,
  recordedOf,
  typeAmong,
  visitFaults,
  type VisitForm,
} from "@/features/visits/visitForm";

const types: VisitTypeView[] = shippedVisitTypes.map((type) => ({
  ...type,
  steps: type.steps.map((step) => ({ ...step, options: [...step.options] })),
}));
const hospital = typeAmong(types, "hospital");
const store = typeAmong(types, "store");

const form = (more: Partial<VisitForm> = {}): VisitForm => ({
  commandId: "10000000-0000-4000-8000-000000000001",
  purpose: "followUp",
  peopleMet: "张主任",
  record: "关注夜间监护数据导出",
  nextStep: "演示",
  nextStepOn: "2026-04-02",
  dayChosen: false,
  typeId: "hospital",
  answers: { feedback: "同意看演示" },
  counts: {},
  files: {},
  voice: null,
  ...more,
});

describe("a record on the phone", () => {
  it("has nothing wrong with it where every required step is filled in", () => {
    expect(visitFaults(form(), hospital)).toEqual({});
  });

  it("may be sent without a required step, which is named", () => {
    const incomplete = form({ answers: {}, peopleMet: " " });
    const faults = visitFaults(incomplete, hospital);
    expect(faults).toEqual({ peopleMet: "required", "step:feedback": "required" });
    expect(Object.values(faults).some(isBlocking)).toBe(false);
    expect(missingOf(incomplete, hospital).map(({ label }) => label)).toEqual(["见了谁", "医生的反馈"]);
  });

  it.each<[string, Partial<VisitForm>, object]>([
    ["no record", { record: "" }, { record: "missing" }],
    ["too many words", { answers: { feedback: "好".repeat(501) } }, { "step:feedback": "tooLong" }],
    ["a next step without its day", { nextStepOn: "" }, { nextStepOn: "missing" }],
  ])("is not sent with %s", (_, more, faults) => {
    const found = visitFaults(form(more), hospital);
    expect(found).toEqual(faults);
    expect(Object.values(found).every(isBlocking)).toBe(true);
  });

  it("is not sent with words where a number is asked for", () => {
    const counted = form({ answers: { display: "整齐", facings: "十二" } });
    expect(visitFaults(counted, store)).toEqual({ "step:facings": "notNumber" });
  });

  it("says of another type's steps nothing", () => {
    const both = form({ answers: { feedback: "同意看演示", display: "整齐" } });
    expect(recordedOf(both, hospital)).toMatchObject({
      type: { typeId: "hospital", version: 1 },
      answers: [{ stepId: "feedback", value: "同意看演示" }],
    });
  });

  describe("of a type that asks for nothing but the record", () => {
    const meeting: VisitTypeView = {
      ...{ typeId: "t-1", version: 1, name: "学术会议", asksTimeOnSite: false, seenBy: "everybody" },
      steps: [{ stepId: "record", kind: "record", label: "谈了什么", required: true, options: [] }],
    };

    it("is held up by nothing that this type does not show", () => {
      const typedBefore = form({ nextStepOn: "", peopleMet: "张".repeat(101) });
      expect(visitFaults(typedBefore, meeting)).toEqual({});
    });

    it("says nothing that this type does not ask for", () => {
      expect(recordedOf(form(), meeting)).toMatchObject({ peopleMet: null, nextStep: null, answers: [] });
    });
  });

  it("is by the first type that is offered where its own is offered no more", () => {
    expect(typeAmong(types, "t-gone").typeId).toBe("plain");
    expect(typeAmong([], null).typeId).toBe("plain");
  });
});

describe("a correction on top of what has come in between", () => {
  const began = form({ dayChosen: true });

  it("leaves the next step on the day to which it was moved meanwhile", () => {
    const now = form({ dayChosen: true, nextStepOn: "2026-04-09" });
    const merged = correctedOnTop(now, { began, mine: { ...began, record: "分两批到货" } });
    expect(merged).toMatchObject({ record: "分两批到货", nextStep: "演示", nextStepOn: "2026-04-09" });
  });

  it("keeps what the person has changed, also where it was changed meanwhile", () => {
    const now = form({ dayChosen: true, record: "另一台手机写的", peopleMet: "李主任" });
    const merged = correctedOnTop(now, { began, mine: { ...began, record: "我写的" } });
    expect(merged).toMatchObject({ record: "我写的", peopleMet: "李主任" });
  });

  it("takes answers step by step", () => {
    const now = form({ answers: { feedback: "不看演示", department: "ICU" } });
    expect(correctedOnTop(now, { began, mine: { ...began, answers: { feedback: "再想想" } } }).answers).toEqual({
      feedback: "再想想",
      department: "ICU",
    });
  });
});

describe("steps that are photographed, counted or signed", () => {
  const taken = (fileId: string): FormFile => ({
    ...{ fileId, hash: fileId.repeat(4), type: "image/jpeg", bytes: 1_000, isKept: true },
  });
  const seen: VisitTypeView = {
    ...{ typeId: "t", version: 1, name: "查货架", asksTimeOnSite: false, seenBy: "everybody" },
    steps: [
      { stepId: "record", kind: "record", label: "店里的情况", required: true, options: [] },
      { stepId: "shelf", kind: "photo", label: "货架照片", required: true, options: [] },
      { stepId: "stock", kind: "products", label: "在架数量", required: true, options: ["酸奶", "牛奶"] },
      { stepId: "sign", kind: "signature", label: "签收", required: true, options: [] },
    ],
  };
  const whole = form({
    answers: { sign: " 黄主管 " },
    counts: { stock: { 酸奶: "0", 牛奶: "" } },
    files: { shelf: [taken("a"), taken("b")], sign: [taken("c")] },
  });

  it("count as filled in as soon as this phone has taken them", () => {
    expect(visitFaults(whole, seen)).toEqual({});
  });

  it("are sent with their files by name, counts as numbers, and who signed", () => {
    expect(recordedOf(whole, seen).answers).toEqual([
      { stepId: "shelf", value: "", files: [taken("a"), taken("b")].map(({ fileId, hash }) => ({ fileId, hash })) },
      { stepId: "stock", value: "", counts: [{ product: "酸奶", count: 0 }] },
      { stepId: "sign", value: "黄主管", files: [{ fileId: "c", hash: "cccc" }] },
    ]);
  });

  it("send their files before the record", () => {
    expect(filesToSend(whole, seen).map(({ fileId, isSent }) => [fileId, isSent])).toEqual([
      ["a", false],
      ["b", false],
      ["c", false],
    ]);
  });

  it.each<[string, Partial<VisitForm>, object]>([
    ["without a photo", { files: { sign: [taken("c")] } }, { "step:shelf": "required" }],
    ["without a count", { counts: {} }, { "step:stock": "required" }],
    ["with a count that is none", { counts: { stock: { 酸奶: "1", 牛奶: "一箱" } } }, { "step:stock": "notNumber" }],
    ["with a signature of nobody", { answers: {} }, { "step:sign": "half" }],
    ["with a name that has not signed", { files: { shelf: [taken("a")] } }, { "step:sign": "half" }],
    ["with a name that is too long", { answers: { sign: "黄".repeat(31) } }, { "step:sign": "tooLong" }],
  ])("are marked %s", (_, more, faults) => {
    expect(visitFaults(form({ ...whole, ...more }), seen)).toEqual(faults);
  });

  it("are corrected from what the server has, which is not sent again", () => {
    const again = form({ ...whole, ...filledAnswers(recordedOf(whole, seen).answers) });
    expect(recordedOf(again, seen).answers).toEqual(recordedOf(whole, seen).answers);
    expect(filesToSend(again, seen)).toEqual([]);
  });

  it("go with what was spoken, which is no step", () => {
    const voice = { ...taken("v"), type: "audio/mpeg" as const, lengthMs: 32_000 };
    const spoken = form({ ...whole, voice });
    expect(recordedOf(spoken, seen).voice).toEqual({ fileId: "v", hash: "vvvv", lengthMs: 32_000 });
    expect(filesToSend(spoken, seen).map(({ fileId }) => fileId)).toEqual(["a", "b", "c", "v"]);
  });
});
