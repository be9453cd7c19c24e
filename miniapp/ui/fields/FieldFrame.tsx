import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { unbroken } from "../text/unbroken";
import "./index.scss";

export interface FieldProps {
  id: string;
  label: string;
  required?: boolean;
  /** On the right of the label, such as a counter. */
  aside?: string | undefined;
  /** What is wrong with it, said at once. */
  fault?: string | null | undefined;
  /** The label is read but not seen: the hint inside says the same. */
  bare?: boolean;
}

/** Label above, fault below, whatever the input between. */
export function FieldFrame({
  id,
  label,
  required,
  aside,
  fault,
  bare,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <View className={classes("field", fault && "field-wrong", bare && "field-search")} id={`${id}-field`}>
      {!bare && (
        <View className="field-head">
          <Text className="field-label">
            {unbroken(label)}
            {required && (
              <Text className="field-star" {...a11y({ hidden: true })}>
                {"\u00a0"}*
              </Text>
            )}
          </Text>
          {aside !== undefined && <Text className="field-aside">{unbroken(aside)}</Text>}
        </View>
      )}
      {children}
      {fault && (
        <Text className="field-fault" id={`${id}-fault`} {...a11y({ role: "alert", live: "assertive" })}>
          {unbroken(fault)}
        </Text>
      )}
    </View>
  );
}
