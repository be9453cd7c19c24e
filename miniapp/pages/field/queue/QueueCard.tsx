import { View } from "@tarojs/components";
import { needsPerson } from "@shared/domain/commandQueue";
import { amountText } from "@shared/domain/moneyText";
import { answerClientAsked } from "@/features/customers/answerClientAsked";
import { clientAskedBy } from "@/features/customers/queuedClients";
import type { QueueEntry } from "@/features/queue/createQueue";
import { askedOf, letGo, saleOf, sayYes } from "@/features/sales/queuedSales";
import { ClientAsked } from "@/components/ClientAsked";
import { SaleAsked } from "@/components/SaleAsked";
import { routes } from "@/routes";
import { type Formats, known } from "@/texts";
import { proofWords } from "@/texts/areas/main/proof";
import { queueWords } from "@/texts/areas/main/queue";
import { usePageWords } from "@/texts/pageWords";
import type { proof } from "@/texts/zhCN/proof";
import { Button, Card, ErrorBlock, type Failure, StatusMark, Words } from "@/ui";
import "./index.scss";

interface QueueCardProps {
  entry: QueueEntry;
  failure: Failure | null;
  onRetry: () => void;
  /** Null where no file of it is what holds it up. */
  onWithoutFiles: (() => void) | null;
  onUpdate: () => void;
  onOpen: (path: string) => void;
  onDrop: () => void;
}

/** One of what waits: what, when, how often it was tried, what was answered last, and what can be done. */
export function QueueCard({ entry, failure, onRetry, onWithoutFiles, onUpdate, onOpen, onDrop }: QueueCardProps) {
  const { t, f } = usePageWords(proofWords, queueWords);
  const { attached } = usePageWords(proofWords, queueWords).t.proof;
  const { commandId, kind, about, captured, tries, look, isKept, problem, files, lacksFile } = entry;
  const areKept = files.every((file) => file.isKept);
  const title = [about, known(t.queue.kinds, kind)].filter(Boolean).join(" · ");
  const at = captured.at === "" ? null : f.instant(new Date(captured.at));
  // Two sales of one client are told apart by ear, and no amount is said that may be hidden.
  const named = f.said(title, at);
  const isAsked = needsPerson(look);
  const sale = saleOf(entry);
  const asked = sale && askedOf(entry);
  const clientAsked = clientAskedBy(entry);
  // A question is no failure: it has its own answers.
  const isQuestion = clientAsked !== null || (asked !== null && asked.kind !== "decided");
  // The same again would be refused again: first what has changed is to be seen, and mine put on top of it.
  const isStale = problem?.code === "stale";
  const worth = sale && `${amountText(sale.amountFen)} ${t.common.yuan}`;
  return (
    <Card id={`queued-${commandId}`} title={[title, worth].filter(Boolean).join(" · ")}>
      <View className="queued-state">
        <StatusMark about="queue" is={look} />
        <View className="queued-when">
          <Words as="sub" tone="quiet">
            {[at, tries > 0 && t.queue.tries({ count: tries })].filter(Boolean).join(" · ")}
          </Words>
        </View>
      </View>
      {!isKept && <Words tone="warn">{t.queue.keptInMemory}</Words>}
      {files.length > 0 && (
        <Words as="sub" tone={areKept ? "quiet" : "warn"}>
          {areKept
            ? attached.first({ files: filesText(files, attached, f) })
            : lacksFile
              ? t.queue.fileElsewhere
              : attached.inMemory({ files: filesText(files, attached, f) })}
        </Words>
      )}
      {look === "held" && <Words tone="warn">{t.queue.held}</Words>}
      {failure && isAsked && look !== "held" && !isQuestion && (
        <ErrorBlock id={`queued-error-${commandId}`} failure={failure} />
      )}
      {failure && look === "waiting" && (
        <Words as="sub" tone="quiet">
          {problem?.code === "network" ? t.queue.offline : failure.sentence}
        </Words>
      )}
      {sale && asked && (
        <SaleAsked
          id={`queued-${commandId}`}
          asked={asked}
          sale={sale}
          onYes={() => sayYes({ entry, sale }, asked)}
          onSee={() => {
            letGo(entry);
            onOpen(routes.sale({ id: asked.kind === "repeated" ? asked.saleId : sale.saleId }));
          }}
          onChange={() => onOpen(entry.opens)}
        />
      )}
      {clientAsked && (
        <ClientAsked
          id={`queued-${commandId}`}
          items={clientAsked}
          onSame={(sameAsId) => answerClientAsked(entry, { sameAsId })}
          onOther={() => answerClientAsked(entry, { isNewSeen: true })}
        />
      )}
      {(isAsked || lacksFile) && !isQuestion && (
        <View className="queued-buttons">
          {look === "outdated" && (
            <Button
              id={`queued-update-${commandId}`}
              text={t.queue.update}
              label={f.said(t.queue.update, named)}
              onTap={onUpdate}
            />
          )}
          {isAsked && look !== "held" && !asked && !isStale && (
            <Button
              id={`queued-retry-${commandId}`}
              text={t.queue.retry}
              label={f.said(t.queue.retry, named)}
              onTap={onRetry}
            />
          )}
          {onWithoutFiles && (
            <Button
              id={`queued-without-files-${commandId}`}
              text={t.queue.withoutFiles}
              label={f.said(t.queue.withoutFiles, named)}
              onTap={onWithoutFiles}
            />
          )}
          {(entry.draft || isStale) && (
            <Button
              id={`queued-open-${commandId}`}
              text={isStale ? t.queue.seeChange : t.queue.look}
              label={f.said(isStale ? t.queue.seeChange : t.queue.look, named)}
              onTap={() => onOpen(entry.opens)}
            />
          )}
        </View>
      )}
      {sale && !isAsked && (
        <Button
          id={`queued-sale-${commandId}`}
          kind="quiet"
          small
          text={t.sales.record.seeSale}
          label={f.said(t.sales.record.seeSale, named)}
          onTap={() => onOpen(routes.sale({ id: sale.saleId }))}
        />
      )}
      <Button
        id={`queued-drop-${commandId}`}
        kind="quiet"
        small
        text={t.queue.drop}
        label={f.said(t.queue.drop, named)}
        onTap={onDrop}
      />
    </Card>
  );
}

/** Of each kind how many. */
function filesText(files: QueueEntry["files"], words: (typeof proof)["attached"], f: Formats): string {
  const photos = files.filter(({ type }) => type === "image/jpeg").length;
  const signatures = files.filter(({ type }) => type === "image/png").length;
  const recordings = files.length - photos - signatures;
  return f.names([
    ...(photos > 0 ? [words.photos({ count: photos })] : []),
    ...(signatures > 0 ? [words.signatures({ count: signatures })] : []),
    ...(recordings > 0 ? [words.recordings({ count: recordings })] : []),
  ]);
}
