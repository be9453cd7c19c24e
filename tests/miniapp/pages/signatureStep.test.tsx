import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { emptyForm, type VisitForm } from "@/features/visits/visitForm";
import { StepField } from "@/pages/field/visit/StepField";
import { openDrawing } from "@/platform/drawing";
import * as photoFiles from "@/platform/photoFiles";
import type { DrawingListener } from "@/platform/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/drawing");
jest.mock("@/platform/photoFiles");

let form: VisitForm;
let pen: DrawingListener;
function Form() {
  const [now, setNow] = useState(() => emptyForm(() => "c"));
  form = now;
  return (
    <StepField
      step={{ stepId: "sign", kind: "signature", label: "签收", required: true, options: [] }}
      form={now}
      fault={null}
      tried={false}
      change={(part) => setNow((was) => ({ ...was, ...part }))}
    />
  );
}

beforeEach(() => {
  jest.mocked(photoFiles.writePhotoFile).mockResolvedValue();
  jest.mocked(photoFiles.removePhotoFile).mockResolvedValue();
  jest.mocked(openDrawing).mockImplementation(async (_id, listener) => {
    pen = listener;
    const png = { bytes: new Uint8Array([1]).buffer, type: "image/png" as const, address: "blob:1" };
    return { show: () => {}, png: async () => png, close: () => {} };
  });
});

it("what is signed is in the form with who has signed, and out of it once it is cleared", async () => {
  render(<Form />);
  await act(async () => {});
  await act(async () => void fireEvent.change(screen.getByRole("textbox"), { target: { value: "黄主管" } }));
  await act(async () => {
    pen.down({ x: 1, y: 1 });
    pen.up();
  });
  await act(async () => {});
  expect([form.answers.sign, form.files.sign?.length]).toEqual(["黄主管", 1]);
  await act(async () => void fireEvent.click(screen.getByText("清空重签")));
  expect(form.files.sign).toEqual([]);
});
