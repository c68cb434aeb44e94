/**
 * Pictures fetched ahead and kept decoded, so that one can be shown within the frame in which it is wanted.
 *
 * They are plain image elements: those work from any host without its leave (CORS), and taking an element's `src` away
 * ends its request, as aborting a fetch would.
 */

const AGAIN_MS = 5000; // the service may have been starting anew

export class Pictures {
  private readonly ready = new Map<string, HTMLImageElement>(); // oldest use first
  private readonly loading = new Map<string, HTMLImageElement>();
  private readonly failed = new Map<string, number>(); // when; after a while they are asked for again
  private queue: string[] = [];

  /** `limit` pictures are kept, `parallel` fetched at once; `onSettled` hears of each that came or failed. */
  constructor(
    private readonly limit: number,
    private readonly parallel: number,
    private readonly onSettled: (url: string) => void = () => {},
  ) {}

  /** Give a picture if it is there, and count that as a use. */
  get(url: string): HTMLImageElement | null {
    const image = this.ready.get(url);
    if (image === undefined) return null;
    this.ready.delete(url);
    this.ready.set(url, image);
    return image;
  }

  hasFailed(url: string): boolean {
    return performance.now() - (this.failed.get(url) ?? -Infinity) < AGAIN_MS;
  }

  /** Want these, most urgent first, and nothing else: requests for others end. */
  want(urls: string[]): void {
    const wanted = new Set(urls);
    for (const [url, image] of this.loading) {
      if (wanted.has(url)) continue;
      this.loading.delete(url);
      image.removeAttribute("src");
    }
    this.queue = urls.filter((url) => !this.ready.has(url) && !this.loading.has(url) && !this.hasFailed(url));
    this.next();
  }

  /** Ask again for what failed, when it may have come to be. */
  forgive(): void {
    this.failed.clear();
  }

  private next(): void {
    while (this.loading.size < this.parallel) {
      const url = this.queue.shift();
      if (url === undefined) return;
      this.load(url);
    }
  }

  private load(url: string): void {
    const image = new Image();
    image.decoding = "async";
    image.fetchPriority = "high"; // somebody has a finger on it
    this.loading.set(url, image);
    image.src = url;
    image.decode().then(
      () => this.settle(url, image, true),
      () => this.settle(url, image, false),
    );
  }

  private settle(url: string, image: HTMLImageElement, came: boolean): void {
    if (this.loading.get(url) !== image) return; // ended by `want`
    this.loading.delete(url);
    if (came) this.keep(url, image);
    else this.failed.set(url, performance.now());
    this.next();
    this.onSettled(url);
  }

  private keep(url: string, image: HTMLImageElement): void {
    this.ready.set(url, image);
    for (const oldest of this.ready.keys()) {
      if (this.ready.size <= this.limit) return;
      this.ready.delete(oldest);
    }
  }
}
