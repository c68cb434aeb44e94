/** How fast an upload goes, over the last few seconds. */

const WINDOW_MS = 5000;

export class Rate {
  private samples: { at: number; sent: number }[] = [];

  /** Take that `sent` bytes in all were sent by `at` (milliseconds). */
  add(at: number, sent: number): void {
    this.samples.push({ at, sent });
    while (this.samples.length > 2 && at - (this.samples[0]?.at ?? at) > WINDOW_MS) this.samples.shift();
  }

  /** Give bytes a second, or null while too little is known. */
  speed(): number | null {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (!first || !last || last.at - first.at < 200) return null;
    return ((last.sent - first.sent) / (last.at - first.at)) * 1000;
  }

  /** Forget what was, as after a pause. */
  reset(): void {
    this.samples = [];
  }
}
