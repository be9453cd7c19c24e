import { act, fireEvent, render, screen } from "@testing-library/react";
import { forgetOfForm, keepForForm } from "@/features/photo/useFormFiles";
import { VoiceField } from "@/pages/field/visit/VoiceField";
import { startRecording } from "@/platform/recorder";
import type { TakenSound } from "@/platform/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/recorder");
jest.mock("@/features/photo/useFormFiles");

const sound: TakenSound = { bytes: new ArrayBuffer(9), type: "audio/mpeg", lengthMs: 3_000, address: "sound" };

it("a record waits for what is being spoken until it is part of it", async () => {
  let kept = () => {};
  jest.mocked(startRecording).mockResolvedValue({ stop: async () => sound, cancel: () => {} });
  jest.mocked(keepForForm).mockReturnValue(new Promise((resolve) => (kept = () => resolve({ fileId: "v" } as never))));
  const speaking: boolean[] = [];
  const spoken: unknown[] = [];
  render(<VoiceField voice={null} onChange={(voice) => spoken.push(voice)} onSpeaking={(is) => speaking.push(is)} />);
  await act(async () => fireEvent.click(screen.getByText("录一段语音")));
  expect(speaking).toEqual([false, true]);
  await act(async () => fireEvent.click(screen.getByText(/^停止/)));
  // It is not in the form yet: sent now, the record would be without it.
  expect([speaking, spoken]).toEqual([[false, true], []]);
  await act(async () => kept());
  expect(speaking).toEqual([false, true, false]);
  expect(spoken).toEqual([{ fileId: "v", lengthMs: 3_000 }]);
  expect(jest.mocked(forgetOfForm)).not.toHaveBeenCalled();
});
