import { render } from "@testing-library/react";
import { emptyForm } from "@/features/visits/visitForm";
import { StepField } from "@/pages/field/visit/StepField";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

/** Of what the field of a step of words is made. */
function fieldOf(value: string, more: { isShort?: boolean }): string {
  const step = { stepId: "d", kind: "text" as const, label: "科室", required: false, options: [], ...more };
  const form = { ...emptyForm(() => "c"), answers: { d: value } };
  const { container } = render(<StepField step={step} form={form} fault={null} tried={false} change={() => {}} />);
  return container.querySelector("textarea") ? "paragraph" : container.querySelector("input") ? "line" : "nothing";
}

it("asks for a step of a line in a line", () => {
  expect(fieldOf("心内科", { isShort: true })).toBe("line");
});

it("asks for other words in a paragraph, also where a server of before says nothing", () => {
  expect([fieldOf("", { isShort: false }), fieldOf("", {})]).toEqual(["paragraph", "paragraph"]);
});

it("cuts nothing of what was written at greater length before", () => {
  expect([fieldOf("长".repeat(61), { isShort: true }), fieldOf("一\n二", { isShort: true })]).toEqual([
    "paragraph",
    "paragraph",
  ]);
});
