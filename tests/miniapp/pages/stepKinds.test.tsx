import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import type { VisitTypeView } from "@shared/contracts";
import { emptyForm, recordedOf, type VisitForm } from "@/features/visits/visitForm";
import { Answer } from "@/pages/field/visit/Answer";
import { StepField } from "@/pages/field/visit/StepField";
import { onBackFromCamera, takePhoto } from "@/platform/camera";
import * as photoFiles from "@/platform/photoFiles";
import { CameraError } from "@/platform/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/camera");
jest.mock("@/platform/photoFiles");

const shelf = { stepId: "shelf", kind: "photo", label: "货架照片", required: true, options: [] } as const;
const stock = {
  stepId: "stock",
  kind: "products",
  label: "在架数量",
  required: false,
  options: ["酸奶", "牛奶"],
} as const;
const type: VisitTypeView = {
  ...{ typeId: "t", version: 1, name: "查货架", asksTimeOnSite: false, seenBy: "everybody" },
  steps: [shelf, stock].map((one) => ({ ...one, options: [...one.options] })),
};

let form: VisitForm;
function Form({ nth }: { nth: number }) {
  const [now, setNow] = useState(() => emptyForm(() => "c"));
  form = now;
  const step = type.steps[nth];
  return (
    step && (
      <StepField step={step} form={now} fault={null} tried change={(part) => setNow((was) => ({ ...was, ...part }))} />
    )
  );
}
const answers = () => recordedOf(form, type).answers;

beforeEach(() => {
  jest.mocked(onBackFromCamera).mockReturnValue(() => {});
  jest.mocked(photoFiles.writePhotoFile).mockResolvedValue();
  jest.mocked(photoFiles.removePhotoFile).mockResolvedValue();
});

it("a photo is in the record as soon as it was taken, and out of it as soon as it is left out", async () => {
  const bytes = new Uint8Array([1, 2, 3]).buffer;
  jest.mocked(takePhoto).mockResolvedValue({ bytes, type: "image/jpeg", address: "blob:1" });
  render(<Form nth={0} />);
  await act(async () => void fireEvent.click(screen.getByText("拍一张照片")));
  expect(answers()).toMatchObject([
    { stepId: "shelf", files: [{ hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string }] },
  ]);
  await act(async () => void fireEvent.click(screen.getByText("去掉第 1 张")));
  expect(answers()).toEqual([]);
});

it("a camera that is not allowed is told of, with what can be done", async () => {
  jest.mocked(takePhoto).mockRejectedValue(new CameraError("refused", "no"));
  render(<Form nth={0} />);
  await act(async () => void fireEvent.click(screen.getByText("拍一张照片")));
  expect(screen.getByText(/相机没有允许使用/)).toBeTruthy();
});

it("products are counted one by one, and a count that is none is marked", async () => {
  render(<Form nth={1} />);
  const [yoghurt, milk] = screen.getAllByRole("textbox");
  await act(async () => void fireEvent.change(yoghurt as Element, { target: { value: "0" } }));
  await act(async () => void fireEvent.change(milk as Element, { target: { value: "一箱" } }));
  expect(answers()).toEqual([{ stepId: "stock", value: "", counts: [{ product: "酸奶", count: 0 }] }]);
  expect(screen.getByText("写 0 到 9999 的整数")).toBeTruthy();
});

it("a photo that was erased after its time is told as such", () => {
  const answer = { stepId: "shelf", value: "", files: [{ fileId: "f1", hash: "h" }] };
  render(<Answer step={{ ...shelf, options: [] }} answer={answer} files={[{ fileId: "f1", url: null }]} />);
  expect(screen.getByText("货架照片 1过了保存期，已经删除")).toBeTruthy();
});
