import { Text } from "@tarojs/components";
import { classes } from "../classes";
import { ShowsAmounts } from "../ShowsAmounts";
import { unbroken } from "../text/unbroken";
import { Tap } from ".";
import "./Button.scss";

export interface ButtonProps {
  /** A verb with its object. */
  text: string;
  onTap: () => void;
  id?: string;
  /** primary: the one filled button of a screen; plain: outlined; quiet: words only; danger: cannot be taken back. */
  kind?: "primary" | "plain" | "quiet" | "danger";
  /** Takes the room that is left beside others. */
  grow?: boolean;
  small?: boolean;
  disabled?: boolean;
  /** Where the words alone do not say thing and state. */
  label?: string;
}

export function Button({ text, onTap, id, kind = "plain", grow, small, disabled, label }: ButtonProps) {
  return (
    // What it does is said with its amount.
    <ShowsAmounts>
      <Tap
        label={label ?? text}
        onTap={onTap}
        className={classes(
          "button",
          `button-${kind}`,
          grow && "button-grow",
          small && "button-small",
          disabled && "button-off",
        )}
        {...(id && { id })}
        {...(disabled && { disabled })}
      >
        <Text className="button-text">{unbroken(text)}</Text>
      </Tap>
    </ShowsAmounts>
  );
}
