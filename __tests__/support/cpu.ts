/** Milliseconds of CPU time that this process has used. Other processes on a busy machine do not lengthen it. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
