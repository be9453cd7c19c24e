/** Chance that is the same for the same seed and names: each stream is its own, so that a new one moves no other. */
export class Chance {
  private state: number;

  constructor(...names: readonly (string | number)[]) {
    this.state = hashOf(names.join("/"));
  }

  /** From 0 to below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** About a bell around the middle: most come near it, none is further away than `spread`. */
  around(middle: number, spread: number): number {
    return middle + spread * ((2 * (this.next() + this.next() + this.next())) / 3 - 1);
  }

  pick<T>(items: readonly T[]): T {
    return this.pickWeighted(items, () => 1);
  }

  pickWeighted<T>(items: readonly T[], weightOf: (item: T, index: number) => number): T {
    const weights = items.map(weightOf);
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = items.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? items.at(-1);
    if (found === undefined) throw new RangeError("nothing to choose from");
    return found;
  }
}

/** FNV-1a in 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
