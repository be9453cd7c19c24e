const offsetMs = 8 * 3_600_000;
const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

/** An instant's parts on a clock in Shanghai. */
function partsOf(instant: Date) {
  const local = new Date(instant.getTime() + offsetMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: weekdays[local.getUTCDay()] ?? "",
    time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
  };
}

/** `16:05` */
export function timeText(instant: Date): string {
  return partsOf(instant).time;
}

/** `3月26日 周四` */
export function dayText(instant: Date): string {
  const { month, day, weekday } = partsOf(instant);
  return `${month}月${day}日 ${weekday}`;
}

/** `3月26日 16:05` */
export function momentText(instant: Date): string {
  const { month, day, time } = partsOf(instant);
  return `${month}月${day}日 ${time}`;
}
