/** How the pin of a client is known, wherever that is told. */
export const pinKnown = {
  typed: "位置是填的",
  taken: "位置是在现场定的",
  learned: "位置由打卡得出",
  confirmed: "位置已确认",
  none: "还没有定位点",
};
