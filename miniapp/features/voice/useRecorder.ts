import { useEffect, useRef, useState } from "react";
import { visitTypeLimits } from "@shared/domain/visitType";
import { monotonicMs } from "@/platform/monotonic";
import { startRecording } from "@/platform/recorder";
import { RecorderError, type Recording, type TakenSound } from "@/platform/types";

export interface Recorder {
  state: "idle" | "starting" | "recording" | "stopping";
  /** Since it began, in whole seconds. */
  seconds: number;
  /** Why nothing was recorded. */
  reason: RecorderError["reason"] | null;
  start: () => void;
  stop: () => void;
}

const tickMs = 500;
/** So long a phone may take to begin, of which its person may have been asked first. */
const startMaxMs = 30_000;

/** Records what is spoken, for a minute at most. @param onRecorded hears of it, while its page is open */
export function useRecorder(onRecorded: (sound: TakenSound) => void): Recorder {
  const [state, setState] = useState<Recorder["state"]>("idle");
  const [seconds, setSeconds] = useState(0);
  const [reason, setReason] = useState<Recorder["reason"]>(null);
  const recording = useRef<Recording | null>(null);
  const timer = useRef<ReturnType<typeof setInterval> | null>(null);
  /** From the tap that begins one until it is handed over. */
  const isBusy = useRef(false);
  const isThere = useRef(true);
  const tell = useRef(onRecorded);
  useEffect(() => {
    tell.current = onRecorded;
  });

  /** Whatever was recorded is no longer: whoever takes it ends it. */
  function take(): Recording | null {
    const underway = recording.current;
    recording.current = null;
    if (timer.current) clearInterval(timer.current);
    timer.current = null;
    return underway;
  }
  function enter(next: Recorder["state"]): void {
    if (isThere.current) setState(next);
  }
  // A page that is left records no more, and nothing of it stays.
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      take()?.cancel();
    };
  }, []);

  async function stop(): Promise<void> {
    const underway = take();
    if (!underway) return;
    // Until the phone has handed it over, it begins no other one.
    enter("stopping");
    try {
      const sound = await underway.stop();
      // A little more than the longest is no reason to refuse the record.
      const lengthMs = Math.min(sound.lengthMs, visitTypeLimits.voiceMs);
      if (isThere.current) tell.current({ ...sound, lengthMs });
    } catch (cause) {
      setReason(reasonOf(cause));
    } finally {
      isBusy.current = false;
      enter("idle");
    }
  }

  async function start(): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    setReason(null);
    setSeconds(0);
    setState("starting");
    try {
      const begun = await startedInTime(() => void stop());
      // Its page was left while the phone asked for leave.
      if (!isThere.current) return begun.cancel();
      recording.current = begun;
      setState("recording");
      const beganMs = monotonicMs();
      timer.current = setInterval(() => {
        const ms = monotonicMs() - beganMs;
        setSeconds(Math.floor(ms / 1_000));
        if (ms >= visitTypeLimits.voiceMs) void stop();
      }, tickMs);
    } catch (cause) {
      enter("idle");
      setReason(reasonOf(cause));
      isBusy.current = false;
    }
  }
  return { state, seconds, reason, start: () => void start(), stop: () => void stop() };
}

/** One that begins later all the same is called off: nobody waits for it any more. */
function startedInTime(onEnd: () => void): Promise<Recording> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new RecorderError("unavailable", "the phone has not begun"));
    }, startMaxMs);
    startRecording(onEnd)
      .then((begun) => (isLate ? begun.cancel() : resolve(begun)), reject)
      .finally(() => clearTimeout(timer));
  });
}

const reasonOf = (cause: unknown): RecorderError["reason"] =>
  cause instanceof RecorderError ? cause.reason : "unavailable";
