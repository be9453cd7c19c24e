/** How a place is written: phones and maps in China (`gcj02`), or satellites (`wgs84`). */
export type CoordinateSystem = "gcj02" | "wgs84";

/** Two places of different systems lie hundreds of meters off; one is converted before anything is measured (V217). */
export const needsConversion = (fix: CoordinateSystem, pin: CoordinateSystem): boolean => fix !== pin;
