/** Times, sizes and speeds as people read them. */

import { locale, number } from "./language";

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

/** Write a length of time in its one or two largest units: 8 sec, 2 min 5 sec, 1 hr 20 min. */
export function span(time: number): string {
  const whole = Math.max(0, Math.round(time));
  if (whole < 60) return unit(whole, "second");
  if (whole < 3600) return pair(unit(Math.floor(whole / 60), "minute"), whole % 60, "second");
  const minutes = Math.round(whole / 60);
  return pair(unit(Math.floor(minutes / 60), "hour"), minutes % 60, "minute");
}

function pair(large: string, rest: number, name: string): string {
  return rest ? `${large} ${unit(rest, name)}` : large;
}

function unit(value: number, name: string): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
}

/** Write a size in powers of a thousand: 812 B, 4.5 MB. */
export function bytes(size: number): string {
  let rest = size;
  for (const name of ["B", "kB", "MB", "GB"]) {
    if (rest < 1000) return `${number(rest, rest < 10 && name !== "B" ? 1 : 0)} ${name}`;
    rest /= 1000;
  }
  return `${number(rest, 1)} TB`;
}
