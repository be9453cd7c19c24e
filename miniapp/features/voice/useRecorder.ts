import { useEffect, useRef, useState } from "react";
import { visitTypeLimits } from "@shared/domain/visitType";
import { startRecording } from "@/platform/recorder";
import { RecorderError, type Recording, type TakenSound } from "@/platform/types";

export interface Recorder {
  state: "idle" | "starting" | "recording";
  /** Since it began, in whole seconds. */
  seconds: number;
  /** Why nothing was recorded. */
  reason: RecorderError["reason"] | null;
  start: () => void;
  stop: () => void;
}

const tickMs = 500;

/** Records what is spoken, for a minute at most. @param onRecorded hears of it, while its page is open */
export function useRecorder(onRecorded: (sound: TakenSound) => void): Recorder {
  const [state, setState] = useState<Recorder["state"]>("idle");
  const [seconds, setSeconds] = useState(0);
  const [reason, setReason] = useState<Recorder["reason"]>(null);
  const recording = useRef<Recording | null>(null);
  const timer = useRef<ReturnType<typeof setInterval> | null>(null);
  const isThere = useRef(true);
  const tell = useRef(onRecorded);
  useEffect(() => {
    tell.current = onRecorded;
  });

  function rest(): Recording | null {
    const underway = recording.current;
    recording.current = null;
    if (timer.current) clearInterval(timer.current);
    timer.current = null;
    if (isThere.current) setState("idle");
    return underway;
  }
  // A page that is left records no more, and nothing of it stays.
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      rest()?.cancel();
    };
  }, []);

  async function stop(): Promise<void> {
    const underway = rest();
    if (!underway) return;
    try {
      const sound = await underway.stop();
      if (isThere.current) tell.current(sound);
    } catch (cause) {
      setReason(reasonOf(cause));
    }
  }

  async function start(): Promise<void> {
    setReason(null);
    setSeconds(0);
    setState("starting");
    try {
      const begun = await startRecording(() => void stop());
      // Its page was left while the phone asked for leave.
      if (!isThere.current) return begun.cancel();
      recording.current = begun;
      setState("recording");
      const beganMs = Date.now();
      timer.current = setInterval(() => {
        const ms = Date.now() - beganMs;
        setSeconds(Math.floor(ms / 1_000));
        if (ms >= visitTypeLimits.voiceMs) void stop();
      }, tickMs);
    } catch (cause) {
      setState("idle");
      setReason(reasonOf(cause));
    }
  }
  return { state, seconds, reason, start: () => void start(), stop: () => void stop() };
}

const reasonOf = (cause: unknown): RecorderError["reason"] =>
  cause instanceof RecorderError ? cause.reason : "unavailable";
