import { isStepBack, stageFault } from "@shared/domain/stage";

it.each([
  ["on by one", "初步接触", "需求调研", null, null],
  ["on past another", "初步接触", "签单", null, null],
  ["back without a reason", "签单", "方案提交", null, "stage.reasonMissing"],
  ["back with a reason", "签单", "方案提交", "重新谈", null],
  ["nowhere", "签单", "签单", "说了也不动", "stage.same"],
  ["from a stage that a company has named itself", "试用", "初步接触", null, null],
])("a client goes %s", (_, from, to, reason, fault) => {
  expect(stageFault(from, to, reason)).toBe(fault);
});

it("the way goes on from the first contact to the service", () => {
  expect([isStepBack("服务中", "签单"), isStepBack("初步接触", "服务中")]).toEqual([true, false]);
});
