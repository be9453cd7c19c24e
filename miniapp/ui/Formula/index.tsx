import { Text, View } from "@tarojs/components";
import { useWords } from "@/texts";
import { useShown } from "../frame";
import { Tap } from "../Tap";
import "./index.scss";

export interface FormulaPart {
  text: string;
  /** What the value is; null for a sign between values. */
  label: string | null;
}

/** A formula with the numbers filled in: every value is a button that says where it comes from. */
export function Formula({ parts, onTap }: { parts: readonly FormulaPart[]; onTap: (index: number) => void }) {
  const { t, f } = useWords();
  const shown = useShown();
  return (
    <View className="formula">
      {piecesOf(parts).map(({ index, text, label }) =>
        label === null ? (
          <Text key={index} className="formula-sign">
            {shown(text)}
          </Text>
        ) : (
          <Tap
            key={index}
            id={`formula-${index}`}
            className="formula-value"
            label={f.said(`${label} ${text}`, t.common.source)}
            onTap={() => onTap(index)}
          >
            <Text className="formula-number">{shown(text)}</Text>
            <Text className="formula-label">{label}</Text>
          </Tap>
        ),
      )}
    </View>
  );
}

/** Signs that follow each other stay on one line: `= 2,700.00`. */
function piecesOf(parts: readonly FormulaPart[]): (FormulaPart & { index: number })[] {
  const pieces: (FormulaPart & { index: number })[] = [];
  parts.forEach((part, index) => {
    const last = pieces[pieces.length - 1];
    if (last && last.label === null && part.label === null) last.text = `${last.text.trim()} ${part.text.trim()}`;
    else pieces.push({ ...part, index });
  });
  return pieces;
}
