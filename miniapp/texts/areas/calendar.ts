import { calendar as en } from "../en/calendar";
import { calendar as zh } from "../zhCN/calendar";

export const calendarWords = { zh: { calendar: zh }, en: { calendar: en } };
