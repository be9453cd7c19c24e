/** A message as a list shows it, in the receiver's language. */
export interface InboxView {
  title: string;
  text: string;
  /** `isNext`: what is left for the receiver to do. */
  rows: { name: string; value: string; isNext?: true }[];
  /** The page that it opens. */
  opens: string | null;
  /** Business time, ISO: until when what it asks for can be done; missing where that has no end. */
  until?: string;
}
