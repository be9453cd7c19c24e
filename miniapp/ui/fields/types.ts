import type { FieldProps } from "./FieldFrame";

/** The places of a string that one sign may take, such as a family of four. */
export const placesPerSign = 12;

/** 10,000,000: more signs than that stand in smaller ones, so that they fit a small phone in the largest letters. */
const largeMax = 10;
export const isLong = ({ kind, value }: Pick<TextFieldProps, "kind" | "value">): boolean =>
  kind === "money" && value.length > largeMax;

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  hint?: string;
  /** As a person counts. The field itself cuts nothing that is shorter: whoever shows it says what is too long. */
  lengthMax?: number;
  /** money: digits with a decimal point, large and on the right; number: the same keys, written as words are. */
  kind?: "text" | "money" | "number" | "search";
  /** After the value, such as 元. */
  unit?: string;
  /** The Enter key, or the phone's own done key. */
  onEnter?: () => void;
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  hint?: string;
  lengthMax: number;
}

export interface DateFieldProps extends FieldProps {
  /** A business day, or empty. */
  value: string;
  onChange: (on: string) => void;
  min?: string;
  max?: string;
  /** How the day is written in the person's language. */
  shown: string;
}
