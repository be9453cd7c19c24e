import type { KeptOverview } from "@/features/privacy/useKept";
import { useWords } from "@/texts";
import type { kept as keptTexts } from "@/texts/zhCN/kept";
import { Card, Row, Words } from "@/ui";

const monthsShownMax = 12;

/** As disks are sold: 1 MB is a million bytes. */
function sizeText(bytes: number): string {
  const [unit, per] = bytes >= 1e9 ? ["GB", 1e9] : bytes >= 1e6 ? ["MB", 1e6] : ["KB", 1e3];
  return `${Math.round((bytes / Number(per)) * 10) / 10} ${String(unit)}`;
}

/** How many photos there are, how large, since when, and what the next night erases. */
export function PhotoUse({ kept, words }: { kept: KeptOverview; words: typeof keptTexts }) {
  const { f } = useWords();
  const { counted, next } = kept.photos;
  const months = counted?.months ?? [];
  const sum = (of: "count" | "bytes") => months.reduce((total, month) => total + month[of], 0);
  const sums = ({ count, bytes }: { count: number; bytes: number }) => ({
    count: String(count),
    size: sizeText(bytes),
  });
  const at = f.instant(new Date(next.at));
  return (
    <Card id="photo-use" title={words.photos}>
      {counted === null ? (
        <Words>{words.notCounted({ time: at })}</Words>
      ) : months.length === 0 ? (
        <Words>{words.photosNone}</Words>
      ) : (
        <Words as="head">{words.photosTotal(sums({ count: sum("count"), bytes: sum("bytes") }))}</Words>
      )}
      {months.slice(0, monthsShownMax).map(({ month, ...size }) => (
        <Row key={month} text={f.month(month)} value={<Words as="sub">{words.photosTotal(sums(size))}</Words>} />
      ))}
      {months.length > monthsShownMax && (
        <Words as="sub" tone="quiet">
          {words.monthsMore({ count: String(months.length - monthsShownMax) })}
        </Words>
      )}
      {counted?.oldestAt && (
        <Row text={words.oldest} value={<Words as="sub">{f.instant(new Date(counted.oldestAt))}</Words>} />
      )}
      <Row
        id="photo-next"
        text={words.next}
        note={
          <Words as="sub">
            {next.count > 0 ? words.nextGoes({ time: at, ...sums(next) }) : words.nextNothing({ time: at })}
          </Words>
        }
      />
      <Words as="note" tone="quiet">
        {words.keptFor({ photoDays: String(kept.photoKeptDays), positionDays: String(kept.positionKeptDays) })}
      </Words>
      {counted && (
        <Words as="note" tone="quiet">
          {words.countedAt({ time: f.instant(new Date(counted.countedAt)) })}
        </Words>
      )}
    </Card>
  );
}
