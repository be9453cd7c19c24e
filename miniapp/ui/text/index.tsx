import { Text } from "@tarojs/components";
import type { ReactNode } from "react";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { useShown } from "../frame";
import { unbroken } from "./unbroken";
import "./index.scss";

interface WordsProps {
  children: ReactNode;
  /** body: sentences; sub: labels; note: times and sources; head and title: names. */
  as?: "display" | "title" | "head" | "body" | "sub" | "note";
  tone?: "plain" | "quiet" | "ok" | "warn" | "bad" | "brand";
  id?: string;
  /** Told at once (errors) or when there is time (results). */
  live?: "polite" | "assertive";
  heading?: 1 | 2 | 3;
}

/** A piece of text on a line of its own, in one of the product's sizes. */
export function Words({ children, as = "body", tone = "plain", id, live, heading }: WordsProps) {
  const shown = useShown();
  const level = heading && { role: "heading" as const, level: heading };
  return (
    <Text
      className={classes("words", `words-${as}`, `words-${tone}`)}
      {...(id && { id })}
      {...a11y({
        ...level,
        ...(live && { live, role: live === "assertive" ? ("alert" as const) : ("status" as const) }),
      })}
    >
      {unbroken(shown(children))}
    </Text>
  );
}
