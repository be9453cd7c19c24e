/** As phones record what is spoken. */
export const audioTypes = ["audio/mpeg", "audio/mp4", "audio/webm"] as const;
export type AudioType = (typeof audioTypes)[number];

export const isAudio = (type: string): type is AudioType => audioTypes.some((one) => one === type);
