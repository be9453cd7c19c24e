/** The name that was probably meant: at most a third of its characters differ. null where nothing is near. */
export function nearestName(written: string, names: readonly string[]): string | null {
  let nearest: { name: string; distance: number } | null = null;
  for (const name of names.slice(0, 100)) {
    const distance = editDistance(written.slice(0, 40), name.slice(0, 40));
    if (nearest === null || distance < nearest.distance) nearest = { name, distance };
  }
  return nearest !== null && nearest.distance * 3 <= Math.max(3, nearest.name.length) ? nearest.name : null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
