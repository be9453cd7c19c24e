import { useWords } from "@/texts";
import { Row, Words } from "@/ui";

interface CustomerRowProps {
  id: string;
  name: string;
  /** Whose it is, or what it is; empty says nothing. */
  about: string;
  address: string | null;
  onTap: () => void;
}

/** A client among those that were found: what tells it from another one of its name. */
export function CustomerRow({ id, name, about, address, onTap }: CustomerRowProps) {
  const { f } = useWords();
  const notes = [about, address].filter((note) => note !== null && note !== "");
  return (
    <Row
      id={id}
      text={name}
      label={f.said(name, ...notes)}
      note={notes.map((note) => (
        <Words key={note} as="sub" tone="quiet">
          {note}
        </Words>
      ))}
      onTap={onTap}
    />
  );
}
