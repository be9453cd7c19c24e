import { isAudio } from "@shared/domain/fileTypes";
import { RecorderError, type Recording, type TakenSound } from "../types";

/** What every player plays stands first. */
const wanted = ["audio/mp4", "audio/webm"];

/**
 * Records what is spoken, from when it is fulfilled on.
 * @param onEnd hears of a recorder that has stopped by itself, such as for a microphone that is gone
 * @throws RecorderError
 */
export async function startRecording(onEnd: () => void): Promise<Recording> {
  if (typeof MediaRecorder === "undefined" || typeof navigator.mediaDevices?.getUserMedia !== "function")
    throw new RecorderError("unsupported", "this browser has no recorder");
  const type = wanted.find((one) => MediaRecorder.isTypeSupported(one));
  if (type === undefined) throw new RecorderError("unsupported", "none of its types is taken");
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((cause: unknown) => {
    const name = cause instanceof Error ? cause.name : "";
    throw new RecorderError(name === "NotAllowedError" ? "refused" : "unavailable", String(cause));
  });
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => void (data.size > 0 && parts.push(data)));
  const beganMs = performance.now();
  let endedMs: number | null = null;
  const isOver = new Promise<void>((resolve) =>
    recorder.addEventListener("stop", () => {
      endedMs ??= performance.now();
      resolve();
      onEnd();
    }),
  );
  recorder.start();
  function end(): void {
    endedMs ??= performance.now();
    if (recorder.state !== "inactive") recorder.stop();
    // The microphone is let go: browsers show for as long as it is held.
    for (const track of stream.getTracks()) track.stop();
  }
  return {
    async stop(): Promise<TakenSound> {
      end();
      await isOver;
      const lengthMs = Math.max(1, Math.round((endedMs ?? beganMs) - beganMs));
      const [recordedAs = type] = recorder.mimeType.split(";");
      const blob = new Blob(parts, { type: recordedAs });
      if (blob.size === 0 || !isAudio(recordedAs)) throw new RecorderError("unavailable", `nothing as ${recordedAs}`);
      return {
        ...{ bytes: await new Response(blob).arrayBuffer(), type: recordedAs, lengthMs },
        address: URL.createObjectURL(blob),
      };
    },
    cancel: end,
  };
}
