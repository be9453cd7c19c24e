import { useEffect, useState } from "react";
import { View } from "@tarojs/components";
import { forgetOfForm, keepForForm } from "@/features/photo/useFormFiles";
import { useRecorder } from "@/features/voice/useRecorder";
import type { VisitForm } from "@/features/visits/visitForm";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { Button, FieldFrame, Words } from "@/ui";
import { KeptSound } from "./Sound";

interface VoiceFieldProps {
  voice: VisitForm["voice"];
  onChange: (voice: VisitForm["voice"]) => void;
  /** Hears whether something is being spoken that the form does not have yet. */
  onSpeaking: (isSpeaking: boolean) => void;
}

/** Something is spoken beside what is written: heard before it is sent, and taken out again. */
export function VoiceField({ voice, onChange, onSpeaking }: VoiceFieldProps) {
  const { t } = usePageWords(visitStepsWords);
  const words = t.visitSteps.voice;
  const [isKeeping, setKeeping] = useState(false);
  const recorder = useRecorder((sound) => {
    const { lengthMs } = sound;
    setKeeping(true);
    void keepForForm(sound)
      .then((file) => onChange({ ...file, lengthMs }))
      .finally(() => setKeeping(false));
  });
  const isSpeaking = recorder.state !== "idle" || isKeeping;
  useEffect(() => {
    onSpeaking(isSpeaking);
  }, [isSpeaking, onSpeaking]);
  const remove = () => {
    if (voice) forgetOfForm(voice);
    onChange(null);
  };
  return (
    <FieldFrame id="visit-voice" label={words.title}>
      {voice ? (
        <View>
          {voice.isOnServer ? (
            <Words tone="quiet">{words.arrived}</Words>
          ) : (
            <KeptSound id="visit-voice-play" file={voice} lengthMs={voice.lengthMs} />
          )}
          <Button id="visit-voice-remove" kind="quiet" small text={words.remove} onTap={remove} />
        </View>
      ) : recorder.state === "recording" ? (
        <Button
          id="visit-voice-stop"
          kind="plain"
          text={words.stop({ length: words.seconds({ count: recorder.seconds }) })}
          onTap={recorder.stop}
        />
      ) : (
        <Button
          id="visit-voice-start"
          kind="plain"
          text={words.start}
          disabled={recorder.state !== "idle"}
          onTap={recorder.start}
        />
      )}
      <View className="voice-note">
        <Words as="note" tone={recorder.reason ? "warn" : "quiet"} live="polite" id="visit-voice-note">
          {recorder.reason ? words.failed[recorder.reason] : words.note}
        </Words>
      </View>
    </FieldFrame>
  );
}
