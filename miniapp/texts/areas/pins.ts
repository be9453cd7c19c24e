import { pins as en } from "../en/pins";
import { pins as zh } from "../zhCN/pins";

export const pinsWords = { zh: { pins: zh }, en: { pins: en } };
