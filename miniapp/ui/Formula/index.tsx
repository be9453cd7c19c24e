import { Text, View } from "@tarojs/components";
import { useWords } from "@/texts";
import { Tap } from "../Tap";
import "./index.scss";

export interface FormulaPart {
  text: string;
  /** What the value is; null for a sign between values. */
  label: string | null;
}

/** A formula with the numbers filled in: every value is a button that says where it comes from. */
export function Formula({ parts, onTap }: { parts: readonly FormulaPart[]; onTap: (index: number) => void }) {
  const { t } = useWords();
  return (
    <View className="formula">
      {parts.map((part, index) =>
        part.label === null ? (
          <Text key={index} className="formula-sign">
            {part.text}
          </Text>
        ) : (
          <Tap
            key={index}
            id={`formula-${index}`}
            className="formula-value"
            label={`${part.label} ${part.text}，${t.earnings.line.source}`}
            onTap={() => onTap(index)}
          >
            <Text className="formula-number">{part.text}</Text>
            <Text className="formula-label">{part.label}</Text>
          </Tap>
        ),
      )}
    </View>
  );
}
