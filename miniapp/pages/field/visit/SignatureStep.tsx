import { Canvas, View } from "@tarojs/components";
import { useState } from "react";
import { visitTypeLimits } from "@shared/domain/visitType";
import { tidiedLine } from "@shared/domain/tidyText";
import { type TakenPhoto, useFormFiles } from "@/features/photo/useFormFiles";
import { useDrawing } from "@/features/signature/useDrawing";
import type { FormFile } from "@/features/visits/visitForm";
import { visitStepsWords } from "@/texts/areas/main/visitSteps";
import { usePageWords } from "@/texts/pageWords";
import { a11y, Button, FieldFrame, TextField, Words } from "@/ui";
import { TakenFile } from "./PhotoStep";
import "./index.scss";

interface SignatureStepProps {
  id: string;
  label: string;
  required: boolean;
  fault: string | null;
  /** Who signs. */
  signer: string;
  files: readonly FormFile[];
  onSigner: (signer: string) => void;
  onChange: (files: FormFile[]) => void;
}

/** Somebody signs with a finger, and it is said who. */
export function SignatureStep({ id, label, required, fault, signer, files, onSigner, onChange }: SignatureStepProps) {
  const words = usePageWords(visitStepsWords).t.visitSteps.signature;
  const [file = null] = files;
  const { replace } = useFormFiles(files, onChange);
  // What is drawn on this page stays on its pad; what was drawn before is shown, until somebody signs anew.
  const [before, setBefore] = useState(file);
  return (
    <FieldFrame id={id} {...{ label, required, fault }}>
      <TextField
        id={id}
        label={words.signer}
        hint={words.signerHint}
        lengthMax={visitTypeLimits.signer}
        value={signer}
        fault={null}
        onChange={(typed) => onSigner(tidiedLine(typed))}
      />
      {before && file ? (
        <TakenFile
          id={`${id}-drawn`}
          file={file}
          label={words.drawing}
          removeText={words.again}
          onRemove={() => {
            setBefore(null);
            replace(null);
          }}
        />
      ) : (
        <Pad id={`${id}-pad`} onDrawn={replace} />
      )}
    </FieldFrame>
  );
}

function Pad({ id, onDrawn }: { id: string; onDrawn: (drawn: TakenPhoto | null) => void }) {
  const words = usePageWords(visitStepsWords).t.visitSteps.signature;
  const { isReady, isEmpty, touch, undo, clear } = useDrawing(id, onDrawn);
  return (
    <>
      {process.env.TARO_ENV === "h5" ? (
        <View className="signature-pad" id={id} {...a11y({ role: "img", label: words.pad })} />
      ) : (
        <Canvas
          className="signature-pad"
          id={id}
          canvasId={id}
          type="2d"
          disableScroll
          onTouchStart={(event) => touch.start(event)}
          onTouchMove={(event) => touch.move(event)}
          onTouchEnd={touch.end}
          onTouchCancel={touch.end}
        />
      )}
      {isReady === false ? (
        <Words tone="warn">{words.cannot}</Words>
      ) : (
        <Words as="note" tone="quiet">
          {isEmpty ? words.padHint : words.padNote}
        </Words>
      )}
      {!isEmpty && (
        <View className="signature-buttons">
          <Button id={`${id}-undo`} small text={words.undo} onTap={undo} />
          <Button id={`${id}-clear`} small text={words.clear} onTap={clear} />
        </View>
      )}
    </>
  );
}
