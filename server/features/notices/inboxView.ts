/** A message as a list shows it, in the receiver's language. */
export interface InboxView {
  title: string;
  text: string;
  rows: { name: string; value: string }[];
  /** The page that it opens. */
  opens: string | null;
}
