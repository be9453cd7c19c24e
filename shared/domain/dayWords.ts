import { addDays, type BusinessDay, weekdayOf } from "./time";

const days: Record<string, number> = { 今天: 0, 明天: 1, 后天: 2, 大后天: 3 };
const weekdays: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };
const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const numberOf = (word: string): number =>
  word === "两" ? 2 : digits.includes(word) ? digits.indexOf(word) : Number(word);

/**
 * The day that a sentence names, such as 「下周三演示」, 「后天」, 「3 天后」, 「4月2日」; null where it names none, more than one, or one
 * that is over. A week begins on Monday: 下周三 is the Wednesday of the next one, 周三 the next Wednesday that comes.
 */
export function dayMeant(sentence: string, today: BusinessDay): BusinessDay | null {
  const found = [...relative(sentence, today), ...weekday(sentence, today), ...calendar(sentence, today)];
  const [only, ...more] = new Set(found);
  return only !== undefined && more.length === 0 && only >= today ? only : null;
}

function relative(sentence: string, today: BusinessDay): BusinessDay[] {
  const named = matches(/大后天|后天|明天|今天/g, sentence).map(([word]) => addDays(today, days[word] ?? 0));
  const counted = matches(
    /(?:^|[^\d.零一二两三四五六七八九十几百])(\d{1,2}|[一二两三四五六七八九十]) ?(个?星期|个?礼拜|周|天)(?:之?后|以后)/g,
    sentence,
  ).map(([, count = "", unit]) => addDays(today, numberOf(count) * (unit === "天" ? 1 : 7)));
  return [...named, ...counted];
}

function weekday(sentence: string, today: BusinessDay): BusinessDay[] {
  const monday = addDays(today, 1 - weekdayOf(today));
  return matches(/(下下个?|下个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])/g, sentence).map(
    ([, which = "", day = ""]) => {
      const ofThisWeek = addDays(monday, (weekdays[day] ?? 1) - 1);
      const weeks = which.startsWith("下下")
        ? 2
        : which.startsWith("下")
          ? 1
          : which === "" && ofThisWeek < today
            ? 1
            : 0;
      return addDays(ofThisWeek, weeks * 7);
    },
  );
}

function calendar(sentence: string, today: BusinessDay): BusinessDay[] {
  return matches(/(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?/g, sentence).flatMap(([, month = "", day = ""]) => {
    const inYear = (year: number) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    const year = Number(today.slice(0, 4));
    const on = inYear(year) >= today ? inYear(year) : inYear(year + 1);
    // A day that the calendar does not have comes back as another.
    return addDays(on, 0) === on ? [on] : [];
  });
}

/** All of them with their groups: phones of 2018 have no matchAll. */
function matches(pattern: RegExp, sentence: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) found.push(match);
  return found;
}
