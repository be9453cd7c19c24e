/** Of a browser the server hears the name itself. */
export const deviceName = (): string | null => null;
