import { fakeTaro } from "../../support/fakeTaro";
import * as phone from "../../../miniapp/platform/recorder/index.weapp";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

/** As the phone tells it, whoever records. */
const heard = {
  start: () => {},
  stop: (_: { tempFilePath: string; duration: number }) => {},
  error: (_: { errMsg: string }) => {},
};
const manager = {
  onStart: (listener: typeof heard.start) => void (heard.start = listener),
  onStop: (listener: typeof heard.stop) => void (heard.stop = listener),
  onError: (listener: typeof heard.error) => void (heard.error = listener),
  start: jest.fn(),
  stop: jest.fn(),
};
Object.assign(fakeTaro, {
  getRecorderManager: () => manager,
  getFileSystemManager: () => ({
    readFile: ({ filePath, success }: { filePath: string; success: (read: object) => void }) =>
      success({ data: new ArrayBuffer(filePath.length) }),
  }),
});
const ended = jest.fn();
const tempOf = (name: string) => ({ tempFilePath: name, duration: 2_000.4 });

async function recording() {
  const starting = phone.startRecording(ended);
  heard.start();
  return starting;
}

beforeEach(() => jest.clearAllMocks());
afterEach(() => jest.useRealTimers());

it("what was spoken is there once the phone has ended it", async () => {
  const begun = await recording();
  const stopping = begun.stop();
  heard.stop(tempOf("wxfile://a.mp3"));
  expect(await stopping).toMatchObject({ address: "wxfile://a.mp3", lengthMs: 2_000, type: "audio/mpeg" });
});

it("the end of one that was called off is not taken for the end of the next", async () => {
  (await recording()).cancel();
  const starting = phone.startRecording(ended);
  heard.stop(tempOf("wxfile://before.mp3"));
  heard.start();
  const stopping = (await starting).stop();
  heard.stop(tempOf("wxfile://mine.mp3"));
  expect(await stopping).toMatchObject({ address: "wxfile://mine.mp3" });
});

it("a recorder that fails while it records is told at once", async () => {
  const begun = await recording();
  heard.error({ errMsg: "operateRecorder:fail interrupted" });
  expect(ended).toHaveBeenCalledTimes(1);
  await expect(begun.stop()).rejects.toMatchObject({ reason: "unavailable" });
});

it.each([
  ["operateRecorder:fail auth deny", "refused"],
  ["operateRecorder:fail system error", "unavailable"],
])("tells 「%s」 as %s", async (errMsg, reason) => {
  const starting = phone.startRecording(ended);
  heard.error({ errMsg });
  await expect(starting).rejects.toMatchObject({ reason });
});

it("a phone that never hands over what was spoken is waited for no longer than others", async () => {
  jest.useFakeTimers();
  const begun = await recording();
  const stopping = begun.stop();
  const told = expect(stopping).rejects.toMatchObject({ reason: "unavailable" });
  await jest.advanceTimersByTimeAsync(5_000);
  await told;
});
