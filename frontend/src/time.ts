/** Times, sizes and speeds as people read them. */

/** Write an instant as a clock: 0:05, 12:34, 2:52:03. */
export function clock(time: number): string {
  const whole = Math.max(0, Math.floor(time + 1e-6));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Write a video's length as a clock; even the shortest has some. */
export function runtime(duration: number): string {
  return clock(Math.max(1, duration));
}

/** Write a length of time in its one or two largest units: 8 s, 2 min 5 s, 1 h 20 min. */
export function span(time: number): string {
  const whole = Math.max(0, Math.round(time));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return whole % 60 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${whole / 60} min`;
  const minutes = Math.round((whole % 3600) / 60);
  return minutes ? `${Math.floor(whole / 3600)} h ${minutes} min` : `${Math.floor(whole / 3600)} h`;
}

/** Count snippets: 1 snippet, 20 snippets. */
export function snippets(count: number): string {
  return `${count} ${count === 1 ? "snippet" : "snippets"}`;
}

/** Write a size in powers of a thousand: 812 B, 4.5 MB. */
export function bytes(size: number): string {
  let rest = size;
  for (const unit of ["B", "kB", "MB", "GB"]) {
    if (rest < 1000) return `${rest < 10 && unit !== "B" ? rest.toFixed(1) : Math.round(rest)} ${unit}`;
    rest /= 1000;
  }
  return `${rest.toFixed(1)} TB`;
}
