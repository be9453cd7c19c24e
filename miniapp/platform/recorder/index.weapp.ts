import Taro from "@tarojs/taro";
import { withinTime } from "../timeLimit";
import { RecorderError, type Recording, type TakenSound } from "../types";

/** A little more than is asked for: who records ends it, and hears of an end that comes all the same. */
const durationMs = 60_500;

interface Recorded {
  tempFilePath: string;
  duration: number;
}

/** The phone has one recorder, whose listeners stay: they tell whoever records now. */
interface Listener {
  started: () => void;
  stopped: (recorded: Recorded) => void;
  failed: (message: string) => void;
}
let listener: Listener | null = null;
let isHeard = false;

function recorder(): Taro.RecorderManager {
  const manager = Taro.getRecorderManager();
  if (!isHeard) {
    manager.onStart(() => listener?.started());
    manager.onStop((recorded) => listener?.stopped(recorded));
    manager.onError(({ errMsg }) => listener?.failed(errMsg));
    isHeard = true;
  }
  return manager;
}

const errorOf = (message: string): RecorderError =>
  new RecorderError(/auth|deny|denied|permission|privacy|scope/i.test(message) ? "refused" : "unavailable", message);

/**
 * Records what is spoken, from when it is fulfilled on.
 * @param onEnd hears of a recorder that has stopped by itself, such as for a call, or has failed
 * @throws RecorderError
 */
export function startRecording(onEnd: () => void): Promise<Recording> {
  const manager = recorder();
  let tellStopped: (recorded: Recorded) => void = () => {};
  let tellFailed: (error: RecorderError) => void = () => {};
  const isOver = new Promise<Recorded>((resolve, reject) => {
    tellStopped = resolve;
    tellFailed = reject;
  });
  // Whoever has called it off does not ask what came of it.
  isOver.catch(() => undefined);
  return new Promise((resolve, reject) => {
    let isStarted = false;
    listener = {
      started: () => {
        isStarted = true;
        resolve({
          stop() {
            manager.stop();
            return withinTime(isOver.then(soundAt), () => new RecorderError("unavailable", "stop has not answered"));
          },
          cancel: () => manager.stop(),
        });
      },
      stopped: (recorded) => {
        // The end of the one before this, which was called off.
        if (!isStarted) return;
        tellStopped(recorded);
        onEnd();
      },
      failed: (message) => {
        const error = errorOf(message);
        tellFailed(error);
        reject(error);
        onEnd();
      },
    };
    // What every player plays, and enough for a voice.
    manager.start({
      duration: durationMs,
      sampleRate: 16_000,
      numberOfChannels: 1,
      encodeBitRate: 32_000,
      format: "mp3",
    });
  });
}

function soundAt({ tempFilePath, duration }: Recorded): Promise<TakenSound> {
  const lengthMs = Math.max(1, Math.round(duration));
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: tempFilePath,
      // Without an encoding it is bytes.
      success: ({ data }) =>
        resolve({ bytes: data as ArrayBuffer, type: "audio/mpeg", lengthMs, address: tempFilePath }),
      fail: ({ errMsg }) => reject(new RecorderError("unavailable", errMsg)),
    });
  });
}
