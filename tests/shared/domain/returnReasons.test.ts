import { returnReasonFor, returnReasonsIn } from "@shared/domain/returnReasons";

it("reads a reason that was offered in the reader's language, whoever chose it in which", () => {
  expect([returnReasonFor("缺合同号", "en"), returnReasonFor("Wrong client", "zh-CN")]).toEqual([
    "The contract number is missing",
    "客户选错了",
  ]);
});

it("leaves a reason as it was written by hand", () => {
  expect(returnReasonFor("合同编号看不清，请重新填写。", "en")).toBe("合同编号看不清，请重新填写。");
});

it("offers nothing that may be left out as missing", () => {
  expect(Object.values(returnReasonsIn("zh-CN")).filter((reason) => reason.includes("缺"))).toEqual([]);
});
