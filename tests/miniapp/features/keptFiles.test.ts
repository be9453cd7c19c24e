import { forgetFile, forgetFilesBut, keepFile, readFile } from "@/features/photo/keptFiles";
import { newId } from "@/platform/newId";
import * as photoFiles from "@/platform/photoFiles";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/photoFiles");

const bytes = new Uint8Array([1, 2, 3]).buffer;
const remove = jest.mocked(photoFiles.removePhotoFile);
/** An id that was made so long ago. */
const takenAgo = (ms: number): string => {
  const time = (Date.now() - ms).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}${newId().slice(13)}`;
};

beforeEach(() => {
  jest.resetAllMocks();
  remove.mockResolvedValue();
});

it("a photo for which there is no room is held while the program runs", async () => {
  const kept = await keepFile({ fileId: "f1", bytes, type: "image/jpeg", address: "a" }, () => false);
  expect(kept).toMatchObject({ isKept: false, bytes: 3 });
  expect(await readFile(kept)).toBe(bytes);
  expect(photoFiles.writePhotoFile).not.toHaveBeenCalled();
  forgetFile(kept.fileId);
});

it("photos that nothing names go when the program starts, but for those that were taken just now", async () => {
  const now = newId();
  const [named, left] = [takenAgo(7_200_000), takenAgo(7_100_000)];
  jest.mocked(photoFiles.photoFileNames).mockResolvedValue([named, left, now]);
  await forgetFilesBut(() => new Set([named]));
  expect(remove.mock.calls).toEqual([[left]]);
});

it("photos go at once with whoever goes, also those that the phone had no room for", async () => {
  const [named, now] = [newId(), newId()];
  const unkept = await keepFile({ fileId: newId(), bytes, type: "image/jpeg", address: "a" }, () => false);
  jest.mocked(photoFiles.photoFileNames).mockResolvedValue([named, now]);
  await forgetFilesBut(() => new Set([named]), true);
  expect([remove.mock.calls.flat().includes(now), await readFile(unkept)]).toEqual([true, null]);
  expect(remove).not.toHaveBeenCalledWith(named);
});

it("photos go also where the phone's date was set back since they were taken", async () => {
  const left = takenAgo(-86_400_000);
  jest.mocked(photoFiles.photoFileNames).mockResolvedValue([left]);
  await forgetFilesBut(() => new Set(), true);
  await forgetFilesBut(() => new Set());
  expect(remove.mock.calls).toEqual([[left], [left]]);
});

it("a photo that the phone cannot read just now is not taken for one that is gone", async () => {
  jest.mocked(photoFiles.readPhotoFile).mockRejectedValue(new Error("the browser's database refused"));
  await expect(readFile({ fileId: "f2", isKept: true })).rejects.toThrow("refused");
});
