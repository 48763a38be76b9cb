/** `bytes` as people read it: 512 B, 3.4 KiB, 1.2 GiB. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KiB', 'MiB', 'GiB'];
  // What would be rounded up to 1024.0 is one of the next unit.
  const power = units.findIndex((_, power) => bytes / 1024 ** (power + 1) < 1023.95 || power === units.length - 1);
  return `${(bytes / 1024 ** (power + 1)).toFixed(1)} ${units[power]}`;
}

/** `count` with its noun: 1 file, 12,345 files. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
