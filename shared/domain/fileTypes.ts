/** As phones record what is spoken. */
export const audioTypes = ["audio/mpeg", "audio/mp4", "audio/webm"] as const;
export type AudioType = (typeof audioTypes)[number];

export const isAudio = (type: string): type is AudioType => audioTypes.some((one) => one === type);

/** Tables that people have, as they are sent to be read and made to be taken away. */
export const tableTypes = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] as const;
export type TableType = (typeof tableTypes)[number];

export const isTable = (type: string): type is TableType => tableTypes.some((one) => one === type);

/** How many bytes a table may have that is sent to be read. A workbook is read as a whole. */
export const tableBytesMax: Record<TableType, number> = {
  "text/csv": 200 * 1024 * 1024,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": 10 * 1024 * 1024,
};
