/**
 * What a process keeps for its set of parts, such as a cache: made when first asked for, then always the same. Two apps in one
 * process, as tests build them, share nothing.
 * @param make is handed the parts that asked first; they are told apart by their `realNow`
 */
export function perProcess<Parts extends { realNow: () => Date }, Kept>(
  make: (parts: Parts) => Kept,
): (parts: Parts) => Kept {
  const keptBy = new WeakMap<() => Date, Kept>();
  return (parts) => {
    const known = keptBy.get(parts.realNow);
    if (known !== undefined) return known;
    const kept = make(parts);
    keptBy.set(parts.realNow, kept);
    return kept;
  };
}
