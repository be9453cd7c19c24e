import { Image, View } from "@tarojs/components";
import { useState } from "react";
import { useWords } from "@/texts";
import { a11y } from "../a11y";
import { Words } from "../text";
import "./index.scss";

interface PhotoProps {
  id: string;
  /** Where it is; a link from the server holds for five minutes. */
  address: string;
  /** What it is, for whoever does not see it. */
  label: string;
}

/** A photo, as wide as its card. */
export function Photo({ id, address, label }: PhotoProps) {
  const { t } = useWords();
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === address)
    return (
      <Words as="note" tone="quiet">
        {t.common.photoGone}
      </Words>
    );
  return (
    <View id={id} className="photo" {...a11y({ role: "img", label })}>
      <Image
        className="photo-picture"
        src={address}
        mode="widthFix"
        imgProps={{ alt: "" }}
        onError={() => setFailed(address)}
      />
    </View>
  );
}
