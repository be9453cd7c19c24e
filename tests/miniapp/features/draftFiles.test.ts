import { commandQueue } from "@/features/queue/commandQueue";
import { fileIdsOfDrafts } from "@/features/photo/draftFiles";
import { forget, store } from "@/platform/storage";
import { useSession } from "@/features/session/sessionStore";
import * as photoFiles from "@/platform/photoFiles";
import { photoOf, tapOf } from "./queue/givenQueue";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({ sendKept: () => new Promise(() => {}), isAnswerOf: () => true }));
jest.mock("@/api/files", () => ({ putFile: () => new Promise(() => {}) }));
jest.mock("@/platform/photoFiles");

const draft = "draft:xiaowang:visit:c1";

beforeEach(() => {
  jest.mocked(photoFiles.removePhotoFile).mockReset();
  jest.mocked(photoFiles.removePhotoFile).mockResolvedValue();
  jest.mocked(photoFiles.readPhotoFile).mockResolvedValue(new ArrayBuffer(4));
  useSession.setState({ memberId: "xiaowang", phase: "in" });
  store(draft, { record: "有货", files: { shelf: [{ fileId: "p1", hash: "h" }] }, counts: {} });
});
afterEach(() => forget(draft));

it("what was photographed for a form that was begun is named by it", () => {
  expect([...fileIdsOfDrafts()]).toEqual(["p1"]);
});

it("a photo stays on the phone while the form that it is in does, and goes with the record", () => {
  commandQueue.add(tapOf("a", { kind: "visits.record", draft, files: [photoOf("p1")] }));
  void commandQueue.drop("a");
  expect(photoFiles.removePhotoFile).not.toHaveBeenCalled();
  commandQueue.add(tapOf("b", { kind: "visits.record", draft, files: [photoOf("p1")] }));
  forget(draft);
  void commandQueue.drop("b");
  expect(photoFiles.removePhotoFile).toHaveBeenCalledWith("p1");
});
