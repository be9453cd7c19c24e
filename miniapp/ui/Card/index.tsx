import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { useShown } from "../frame";
import { unbroken } from "../text/unbroken";
import "./index.scss";

interface CardProps {
  children: ReactNode;
  id?: string;
  /** Small words above: what the card is about. */
  title?: string;
  /** On the right of the title: a mark or a small button. */
  aside?: ReactNode;
  tone?: "brand" | "ok" | "warn" | "bad";
  /** Rows reach from edge to edge. */
  flush?: boolean;
}

export function Card({ children, id, title, aside, tone, flush }: CardProps) {
  const shown = useShown();
  return (
    <View className={classes("card", tone && `card-${tone}`, flush && "card-flush")} {...(id && { id })}>
      {(title || aside) && (
        <View className="card-head">
          {title && (
            <Text className="card-title" {...a11y({ role: "heading", level: 2 })}>
              {unbroken(shown(title))}
            </Text>
          )}
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}

/** A hairline between parts of a card. */
export const Line = () => <View className="card-line" {...a11y({ hidden: true })} />;
