import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { a11y, arrowKeys } from "../a11y";

interface RadioGroupProps {
  id: string;
  label: string;
  /** The choices inside in their order. Without `choose` the arrow keys only go to it: choosing closes the list, say. */
  options: readonly { id: string; choose?: () => void }[];
  className?: string;
  children: ReactNode;
}

/** What belongs together of things with the role `radio`: one name for all, and arrow keys that go round. */
export function RadioGroup({ id, label, options, className, children }: RadioGroupProps) {
  const chooseBeside = (step: 1 | -1, from: string): string => {
    const at = options.findIndex((option) => option.id === from);
    const next = options[(at + step + options.length) % options.length];
    next?.choose?.();
    return next?.id ?? id;
  };
  return (
    <View
      id={id}
      {...(className && { className })}
      {...a11y({ role: "radiogroup", label })}
      {...arrowKeys(chooseBeside)}
    >
      {children}
    </View>
  );
}
