import type { ComponentProps } from "react";
import { StatusMark, statusMarks } from "@/ui";
import { examplesOf } from "../examples";

type Props = ComponentProps<typeof StatusMark>;

export const examples = examplesOf("StatusMark", StatusMark, () => {
  const all: [string, Props][] = Object.entries(statusMarks).flatMap(([about, marks]) =>
    // Each pair comes from one row of the table, which entries no longer say.
    Object.keys(marks).map((is): [string, Props] => [`${about} ${is}`, { about, is } as Props]),
  );
  const chips = all.map(([name, props]): [string, Props] => [`${name}, chip`, { ...props, chip: true }]);
  return Object.fromEntries<Props>([...all, ...chips]);
});
