import { act, renderHook } from "@testing-library/react";
import { useState } from "react";
import { useFormFiles } from "@/features/photo/useFormFiles";
import * as photoFiles from "@/platform/photoFiles";
import type { TakenPhoto } from "@/platform/types";
import type { FormFile } from "@/features/visits/visitForm";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/photoFiles");

const drawn = (byte: number): TakenPhoto => ({
  ...{ bytes: new Uint8Array(byte).buffer, type: "image/png" },
  address: `blob:${byte}`,
});
/** What the phone is still writing, in the order in which it began. */
let writing: (() => void)[];
const removed = () => jest.mocked(photoFiles.removePhotoFile).mock.calls.length;

beforeEach(() => {
  writing = [];
  jest.mocked(photoFiles.removePhotoFile).mockReset().mockResolvedValue();
  jest
    .mocked(photoFiles.writePhotoFile)
    .mockReset()
    .mockImplementation(() => new Promise((resolve) => writing.push(resolve)));
});

function signature() {
  const { result } = renderHook(() => {
    const [files, setFiles] = useState<FormFile[]>([]);
    return { files, ...useFormFiles(files, setFiles) };
  });
  return result;
}
const written = (n: number) => act(async () => writing[n]?.());

it("a signature that was cleared while the phone was writing it does not come back", async () => {
  const result = signature();
  await act(async () => result.current.replace(drawn(1)));
  await act(async () => result.current.replace(null));
  await written(0);
  expect([result.current.files, removed()]).toEqual([[], 1]);
});

it("a signature of fewer strokes that is written later takes no place of the whole one", async () => {
  const result = signature();
  await act(async () => result.current.replace(drawn(1)));
  await act(async () => result.current.replace(drawn(2)));
  await written(1);
  await written(0);
  expect([result.current.files.map(({ bytes }) => bytes), removed()]).toEqual([[2], 1]);
});

it("photos of one step that are written at the same time are all there", async () => {
  const result = signature();
  await act(async () => result.current.add(drawn(1)));
  await act(async () => result.current.add(drawn(2)));
  await act(async () => writing.forEach((done) => done()));
  expect([result.current.files.map(({ bytes }) => bytes), removed()]).toEqual([[1, 2], 0]);
});
