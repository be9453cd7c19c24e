/** What one set of parts keeps, made with them. Whoever has the same one shares what is kept; whoever makes one shares nothing. */
export class ProcessCaches {
  private readonly kept = new Map<object, unknown>();

  /** @param key stands for one kind of thing, and for its type */
  of<Kept>(key: object, make: () => Kept): Kept {
    // What is under a key was made by the `make` that belongs to it.
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key) as Kept;
  }
}

/**
 * What a process keeps for its set of parts, such as a cache: made when first asked for, then always the same. Two apps in one
 * process, as tests build them, share nothing: each has `caches` of its own, which go through it together with its clock.
 * @param make is handed the parts that asked first
 */
export function perProcess<Parts extends { caches: ProcessCaches }, Kept>(
  make: (parts: Parts) => Kept,
): (parts: Parts) => Kept {
  return (parts) => parts.caches.of(make, () => make(parts));
}
