import type { ReactNode } from "react";

/*
 * Stand-ins for Taro's components in jsdom: the plain element with the attributes that matter to people and tests. Style
 * sheets and pictures are mapped to this file, too.
 */

interface Props {
  children?: ReactNode;
  className?: string;
  id?: string;
  style?: object;
  onClick?: () => void;
  [more: string]: unknown;
}

/** aria-* and data-* pass; in the mini-program a role is called aria-role, in a browser role. */
function attributesOf({ children: _, ...props }: Props): Record<string, unknown> {
  const entries = Object.entries(props).filter(
    ([name]) =>
      name.startsWith("aria-") || name.startsWith("data-") || ["className", "id", "onClick", "style"].includes(name),
  );
  const role = props["aria-role"];
  return Object.fromEntries([
    ...entries.filter(([name]) => name !== "aria-role"),
    ...(role === undefined ? [] : [["role", role]]),
  ]) as Record<string, unknown>;
}

export const View = (props: Props) => <div {...attributesOf(props)}>{props.children}</div>;
/** What only keeps a part of a text on one line is that text. */
export const Text = (props: Props) =>
  props.className === "whole" ? <>{props.children}</> : <span {...attributesOf(props)}>{props.children}</span>;
export const Image = (props: Props) => <img alt="" {...attributesOf(props)} />;
export const ScrollView = View;
export const Picker = View;
export const Canvas = View;
export const PageContainer = View;

interface InputProps extends Props {
  value?: string;
  onInput?: (event: { detail: { value: string } }) => void;
  onBlur?: () => void;
  placeholder?: string;
  maxlength?: number;
}

export const Input = (props: InputProps) => (
  <input
    {...attributesOf(props)}
    value={props.value ?? ""}
    placeholder={props.placeholder}
    onChange={(event) => props.onInput?.({ detail: { value: event.target.value } })}
    onBlur={() => props.onBlur?.()}
  />
);

export const Textarea = (props: InputProps) => (
  <textarea
    {...attributesOf(props)}
    value={props.value ?? ""}
    placeholder={props.placeholder}
    onChange={(event) => props.onInput?.({ detail: { value: event.target.value } })}
    onBlur={() => props.onBlur?.()}
  />
);

export default {};
