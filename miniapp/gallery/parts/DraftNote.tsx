import { useState } from "react";
import { DraftNote } from "@/components/DraftNote";
import { TextField } from "@/ui";
import { examplesOf } from "../examples";

interface Form {
  text: string;
}

/** Over a form of one field. */
function OverForm({ text, label, leftOut = [] }: Form & { label: string; leftOut?: string[] }) {
  const [form, change] = useState<Form>({ text });
  const [restored, setRestored] = useState(true);
  const drop = () => {
    change({ text: "" });
    setRestored(false);
  };
  return (
    <>
      <DraftNote draft={{ form, restored, leftOut, drop, change }} />
      <TextField id="draft-field" label={label} value={form.text} onChange={(typed) => change({ text: typed })} />
    </>
  );
}

export const examples = examplesOf(
  "DraftNote",
  OverForm,
  ({ t, say }) => ({
    restored: { text: say("关注夜间监护数据导出", "Asks for the night data"), label: t.field.visit.record },
    "left out": {
      text: say("关注夜间监护数据导出", "Asks for the night data"),
      label: t.field.visit.record,
      leftOut: Array.of(say("要夜班数据", "Needs it at night"), "3"),
    },
  }),
  "page",
);
