export function hashOf(root: string, inputs: readonly string[], values?: object): string;
export function sizeOf(folder: string): { files: number; bytes: number };
